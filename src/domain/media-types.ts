/** What the first bytes of a file must be, by its media type; an empty list: nothing tells. */
const zip = ['504b0304', '504b0506']
const compound = ['d0cf11e0a1b11ae1']
const openXml = 'application/vnd.openxmlformats-officedocument'
const openDocument = 'application/vnd.oasis.opendocument'

const beginnings: Readonly<Record<string, readonly string[]>> = {
  'image/jpeg': ['ffd8ff'],
  'application/pdf': ['25504446'],
  [`${openXml}.wordprocessingml.document`]: zip,
  [`${openXml}.spreadsheetml.sheet`]: zip,
  [`${openXml}.presentationml.presentation`]: zip,
  [`${openDocument}.text`]: zip,
  [`${openDocument}.spreadsheet`]: zip,
  [`${openDocument}.presentation`]: zip,
  'application/zip': zip,
  'application/msword': compound,
  'application/vnd.ms-excel': compound,
  'application/vnd.ms-powerpoint': compound,
  'text/plain': [],
  'text/csv': [],
  'text/vcard': [],
  'text/calendar': [],
  'application/octet-stream': [],
}
/** What may hold scripts, or anything else, goes under this name and is only ever handed over as a file. */
export const anyFile = 'application/octet-stream'

export const isKnownType = (type: string): boolean => Object.hasOwn(beginnings, type)

const hex = (bytes: Uint8Array) => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')

/** Whether a file that begins like this may be of this type; one that is not on the list never is. `first`: 16 bytes are enough. */
export const mayBe = (type: string, first: Uint8Array): boolean => {
  const known = Object.hasOwn(beginnings, type) ? beginnings[type] : undefined
  if (!known) return false
  if (type.startsWith('text/')) return !first.includes(0)
  const start = hex(first.subarray(0, 16))
  return known.length === 0 || known.some((one) => start.startsWith(one))
}

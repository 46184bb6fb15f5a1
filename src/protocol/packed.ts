/**
 * Which values of a message travel by their place instead of their name, in which order, and which of them are lists of
 * messages with places of their own. It stays as it is for as long as phones and servers that know it meet: what a later
 * build adds has no place.
 */
export type Form = { readonly places: readonly string[]; readonly lists?: Readonly<Record<string, Form>> }
type Message = Readonly<Record<string, unknown>>

/**
 * The values that have a place, `null` for one that is absent, and behind the last place an object with all else. Without
 * anything else, absent ones at the end are left out.
 */
export const packed = ({ places, lists = {} }: Form, message: Message): unknown[] => {
  const values = places.map((name) => {
    const [value = null, form] = [message[name], lists[name]]
    return form && value !== null ? (value as Message[]).map((one) => packed(form, one)) : value
  })
  const others = Object.entries(message).filter(([name, value]) => value !== undefined && !places.includes(name))
  if (others.length > 0) return [...values, Object.fromEntries(others)]
  return values.slice(0, values.findLastIndex((value) => value !== null) + 1)
}

/** What has a place is told there and nowhere else; a parser makes a name of `__proto__`, others what things are. */
const isRest = (value: unknown, places: readonly string[]): value is Message =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.keys(value).every((name) => name !== '__proto__' && !places.includes(name))

/** All of a list, or undefined where something in it is no message of this form. */
const unpackedList = (form: Form, values: unknown): Message[] | undefined => {
  if (!Array.isArray(values)) return undefined
  const messages = values.map((one) => unpacked(form, one))
  return messages.every((one) => one !== undefined) ? messages : undefined
}

/** The message as it was before it was packed; undefined for what is no message of this form. */
export const unpacked = ({ places, lists = {} }: Form, values: unknown): Message | undefined => {
  if (!Array.isArray(values) || values.length > places.length + 1) return undefined
  const message: Record<string, unknown> = {}
  for (const [at, name] of places.entries()) {
    const [value, form] = [values[at] ?? undefined, lists[name]]
    if (value === undefined) continue
    message[name] = form ? unpackedList(form, value) : value
    if (message[name] === undefined) return undefined
  }
  if (values.length <= places.length) return message
  const rest: unknown = values[places.length]
  return isRest(rest, places) ? Object.assign(message, rest) : undefined
}

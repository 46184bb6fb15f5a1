/** What an address book takes of a person; names apart only when they were given apart. */
export type Card = {
  name: string
  givenName?: string | undefined
  familyName?: string | undefined
  organisation?: string | undefined
  position?: string | undefined
  mobile?: string | undefined
  landline?: string | undefined
  email?: string | undefined
}

const escaped = (text: string) =>
  text
    .replace(/\\/g, '\\\\')
    .replace(/[,;]/g, '\\$&')
    .replace(/\r\n?|\n/g, '\\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: no control sign may stand in a card
    .replace(/[\x00-\x1f\x7f]/g, '')

const most = 75
const octetsOf = (sign: string) => {
  const code = sign.codePointAt(0) ?? 0
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
}
/** Lines of at most 75 octets, never cut inside a sign; the next ones start with a space (RFC 2425, 5.8.1). */
const folded = (line: string): string => {
  let [out, room] = ['', most]
  for (const sign of line) {
    const octets = octetsOf(sign)
    if (octets > room) [out, room] = [`${out}\r\n `, most - 1]
    out += sign
    room -= octets
  }
  return out
}

/** A vCard 3.0 (RFC 2426): the one every phone reads. */
export const vcard = (card: Card): string => {
  const { name, givenName, familyName, organisation, position, mobile, landline, email } = card
  const isApart = Boolean(givenName || familyName)
  const names = isApart ? `${escaped(familyName ?? '')};${escaped(givenName ?? '')}` : `;${escaped(name)}`
  const lines = [
    'BEGIN:VCARD',
    'VERSION:3.0',
    `N:${names};;;`,
    `FN:${escaped(name)}`,
    organisation && `ORG:${escaped(organisation)}`,
    position && `TITLE:${escaped(position)}`,
    mobile && `TEL;TYPE=CELL:${escaped(mobile)}`,
    landline && `TEL;TYPE=WORK,VOICE:${escaped(landline)}`,
    email && `EMAIL;TYPE=INTERNET,WORK:${escaped(email)}`,
    'END:VCARD',
  ]
  return lines
    .filter((line) => line)
    .map((line) => `${folded(String(line))}\r\n`)
    .join('')
}

/** A file name made of a person's name. */
export const cardFileName = (name: string): string => {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
  return `${plain.slice(0, 60) || 'contact'}.vcf`
}

const NOISE = /[\s\p{Cf}.\-‐‑–—()_·'’"]/gu
const ANNOUNCEMENT = /^(?:t[ée]l(?:[ée]phone)?|portable|port\.|mobile|mob\.)[\s.]*:?/i

/** Overseas numbers are dialled like any other inside France, but have country codes of their own (Arcep). */
const OVERSEAS: [start: RegExp, code: string][] = [
  [/^(?:26[239]|639|69[23])/, '+262'],
  [/^(?:590|69[01])/, '+590'],
  [/^[56]94/, '+594'],
  [/^(?:596|69[67])/, '+596'],
]

/** The E.164 form of nine digits dialled after a 0 in France. */
function ofFrance(national: string): string {
  if (national.startsWith('508')) return `+${national}`
  const code = OVERSEAS.find(([start]) => start.test(national))?.[1] ?? '+33'
  return code + national
}

/** The E.164 form of what was typed, or undefined when it is not one telephone number. */
export function recogniseNumber(typed: string): string | undefined {
  const text = typed
    .normalize('NFKC')
    .trim()
    .replace(ANNOUNCEMENT, '')
    .replace('(0)', '')
    .replace(/^\s*(\d+)[.,]0\s*$/, '$1')
    .replace(NOISE, '')
    .replace(/^=/, '')
  // A spreadsheet takes the leading 0 or + away; 04/76/00/00/00 is one number, +32 2 123 45 67/68 is not.
  const french = /^(?:(?:\+|00)?330?|0)?([1-9]\d{8})$/.exec(text.replace(/[/,]/g, ''))?.[1]
  if (french) return ofFrance(french)
  const overseas = /^(?:\+|00)?(262|59[046])0?([1-9]\d{8})$/.exec(text)
  if (overseas) return `+${overseas[1]}${overseas[2]}`
  const miquelon = /^(?:\+|00)508(?:0?508)?(\d{6})$/.exec(text)?.[1]
  if (miquelon) return `+508${miquelon}`
  const foreign = /^(?:\+([1-9]\d{6,14})|00([1-9]\d{8,14}))$/.exec(text)
  return foreign ? `+${foreign[1] ?? foreign[2]}` : undefined
}

/** The stored form of a number; text that is not one is kept, trimmed. */
export const normaliseNumber = (typed: string): string => recogniseNumber(typed) ?? typed.trim()

const COUNTRY = /^\+(1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|\d{3})(\d{4,})$/
const GAP = '\u00a0'

const byPairs = (digits: string) => digits.match(/\d{1,2}/g)?.join(GAP) ?? digits

/** Groups of two, with groups of three in front where the count asks for it. */
function grouped(digits: string): string {
  if (digits.length === 10) return [digits.slice(0, 3), digits.slice(3, 6), byPairs(digits.slice(6))].join(GAP)
  if (digits.length % 2 === 0) return byPairs(digits)
  return [digits.slice(0, 3), byPairs(digits.slice(3))].join(GAP)
}

/** A stored number as it is read aloud: 06 12 34 56 78, or +32 470 12 34 56; anything else as it is stored. */
export function showNumber(stored: string): string {
  const french = /^\+(?:33|262|59[046])(\d{9})$/.exec(stored)?.[1] ?? /^\+(508\d{6})$/.exec(stored)?.[1]
  if (french) return byPairs(`0${french}`)
  const foreign = COUNTRY.exec(stored)
  return foreign?.[1] && foreign[2] ? `+${foreign[1]}${GAP}${grouped(foreign[2])}` : stored
}

/** A number as people write it: spaces between thousands, a comma or a point before decimals. */
export const readNumber = (typed: string): number | undefined => {
  const bare = typed.normalize('NFKC').replace(/\s/gu, '').replace(/−/g, '-')
  const last = Math.max(bare.lastIndexOf(','), bare.lastIndexOf('.'))
  const sign = bare[last] ?? ''
  const isDecimal = last >= 0 && bare.indexOf(sign) === last
  const whole = (isDecimal ? bare.slice(0, last) : bare).replace(/[.,]/g, '')
  const text = isDecimal ? `${whole}.${bare.slice(last + 1)}` : whole
  if (!/^[+-]?(?:\d+\.?\d*|\.\d+)$/.test(text)) return undefined
  const value = Number(text)
  return Number.isFinite(value) ? value + 0 : undefined
}

/** An amount in euros, to the cent. */
export const readEuros = (typed: string): number | undefined => {
  const value = readNumber(typed.replace(/€|\beuros?\b|\bEUR\b/gi, ''))
  if (value === undefined) return undefined
  const cents = Math.round(value * 100)
  return Number.isSafeInteger(cents) ? cents / 100 : undefined
}

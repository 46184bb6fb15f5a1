const isFourDigits = (text: string) => /^\d{4}-/.test(text)

/** `YYYY-MM-DD`, of a day that exists. */
export const readDay = (typed: string): string | undefined => {
  const text = typed.trim()
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined
  const at = new Date(`${text}T12:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text) ? text : undefined
}

/** ISO 8601 in UTC, of a local date and time. */
export const readInstant = (typed: string): string | undefined => {
  const text = typed.trim()
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?Z?$/.test(text)) return undefined
  const at = new Date(text)
  if (Number.isNaN(at.getTime())) return undefined
  const stored = at.toISOString()
  return isFourDigits(stored) ? stored : undefined
}

const two = (n: number) => String(n).padStart(2, '0')
/** The local date and time of an instant, as `<input type="datetime-local">` holds it. */
export const writeInstant = (stored: string): string => {
  const at = new Date(stored)
  if (Number.isNaN(at.getTime())) return ''
  const day = `${String(at.getFullYear()).padStart(4, '0')}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
  return `${day}T${two(at.getHours())}:${two(at.getMinutes())}`
}

import type { Language } from './language.ts'

export const locale = (language: Language) => (language === 'fr' ? 'fr-FR' : 'en-GB')
const formats = new Map<string, Intl.DateTimeFormat>()
const format = (language: Language, options: Intl.DateTimeFormatOptions) => {
  const key = language + JSON.stringify(options)
  const known = formats.get(key) ?? new Intl.DateTimeFormat(locale(language), options)
  formats.set(key, known)
  return known
}

/** The day of an instant where the phone is, `YYYY-MM-DD`. */
export const dayOf = (instant: Date | string | number): string => {
  const at = new Date(instant)
  const two = (n: number) => String(n).padStart(2, '0')
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
}
/** The day so many days after another, both `YYYY-MM-DD`. */
export const dayAfter = (day: string, days: number): string => {
  const at = new Date(`${day}T12:00:00Z`)
  at.setUTCDate(at.getUTCDate() + days)
  return at.toISOString().slice(0, 10)
}
const noon = (day: string) => new Date(`${day}T12:00:00`)

/** A day in words; in French the first of a month is the "1er". A day stays on the line of its month. */
export const dayInWords = (language: Language, day: string, options: Intl.DateTimeFormatOptions): string => {
  const words = format(language, options).format(noon(day))
  const numbered =
    language === 'fr' && options.day ? words.replace(/(^|\s)1(?=\s)/, (_, before) => `${before}1er`) : words
  return numbered.replace(/(\d(?:er)?) (?=\D)/, '$1\u00a0')
}

/** "22 nov. 2026" */
export const shortDate = (language: Language, day: string) =>
  dayInWords(language, day, { day: 'numeric', month: 'short', year: 'numeric' })
/** "14 h 32" in French, "14:32" in English. */
export const clockTime = (language: Language, instant: string | number | Date) => {
  const at = new Date(instant)
  const minutes = String(at.getMinutes()).padStart(2, '0')
  return language === 'fr'
    ? `${at.getHours()}\u00a0h\u00a0${minutes}`
    : `${String(at.getHours()).padStart(2, '0')}:${minutes}`
}

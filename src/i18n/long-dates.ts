import { dayInWords } from './dates.ts'
import type { Language } from './language.ts'

/** "dimanche 22 novembre" */
export const longDate = (language: Language, day: string) =>
  dayInWords(language, day, { weekday: 'long', day: 'numeric', month: 'long' })
/** "novembre 2026", of `YYYY-MM` */
export const monthName = (language: Language, month: string) =>
  dayInWords(language, `${month}-15`, { month: 'long', year: 'numeric' })

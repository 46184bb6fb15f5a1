import { format, noon } from './dates.ts'
import type { Language } from './language.ts'

/** "dimanche 22 novembre" */
export const longDate = (language: Language, day: string) =>
  format(language, { weekday: 'long', day: 'numeric', month: 'long' }).format(noon(day))
/** "novembre 2026", of `YYYY-MM` */
export const monthName = (language: Language, month: string) =>
  format(language, { month: 'long', year: 'numeric' }).format(noon(`${month}-15`))

import { locale } from './dates.ts'
import type { Language } from './language.ts'

/** A whole number in groups of three: by hand, for the browser's own formats take longer to wake than a list to draw. */
export const figure = (language: Language, value: number): string =>
  Number.isSafeInteger(value)
    ? String(value).replace(/\B(?=(\d{3})+$)/g, language === 'fr' ? '\u202f' : ',')
    : new Intl.NumberFormat(locale(language)).format(value)
export const euros = (language: Language, value: number) =>
  new Intl.NumberFormat(locale(language), { style: 'currency', currency: 'EUR' }).format(value)

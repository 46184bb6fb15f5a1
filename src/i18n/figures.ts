import { locale } from './dates.ts'
import type { Language } from './language.ts'

export const figure = (language: Language, value: number) => new Intl.NumberFormat(locale(language)).format(value)
export const euros = (language: Language, value: number) =>
  new Intl.NumberFormat(locale(language), { style: 'currency', currency: 'EUR' }).format(value)

import { dayAfter, shortDate } from '../../i18n/dates.ts'
import { app } from '../../i18n/fr/app.ts'
import type { Speech } from '../../i18n/language.ts'
import { longDate } from '../../i18n/long-dates.ts'

const near = (speech: Speech, today: string, day: string): string | undefined => {
  const words = speech.words(app)
  if (day === today) return words.today
  if (day === dayAfter(today, 1)) return words.tomorrow
  if (day === dayAfter(today, -1)) return words.yesterday
  return undefined
}

/** A day in a line: "Demain", "24 nov. 2026". */
export const dayWord = (speech: Speech, today: string, day: string): string =>
  near(speech, today, day) ?? shortDate(speech.language, day)

/** A day over what happens on it: "Demain", "Mardi 24 novembre", with the year when it is another one. */
export const dayHeading = (speech: Speech, today: string, day: string): string => {
  const word = near(speech, today, day)
  if (word) return word
  const long = longDate(speech.language, day)
  const year = day.slice(0, 4)
  return long.charAt(0).toUpperCase() + long.slice(1) + (year === today.slice(0, 4) ? '' : ` ${year}`)
}

import { clockTime, dayAfter, dayOf, shortDate } from '../../i18n/dates.ts'
import { sync } from '../../i18n/fr/sync.ts'
import type { Speech } from '../../i18n/language.ts'

/** "14 h 32", "hier à 14 h 32", "20 nov. 2026 à 14 h 32". Both in ms since 1970. */
export const momentInWords = (speech: Speech, at: number, now: number): string => {
  const words = speech.words(sync)
  const [day, today, time] = [dayOf(at), dayOf(now), clockTime(speech.language, at)]
  if (day === today) return time
  if (day === dayAfter(today, -1)) return words.yesterdayAt(time)
  return words.dayAt(shortDate(speech.language, day), time)
}

/** How long something has waited, in the largest whole unit; undefined below a minute. */
export const waitInWords = (speech: Speech, minutes: number): string | undefined => {
  const words = speech.words(sync)
  if (minutes < 1) return undefined
  if (minutes < 60) return words.minutes(minutes)
  if (minutes < 24 * 60) return words.hours(Math.floor(minutes / 60))
  return words.days(Math.floor(minutes / (24 * 60)))
}

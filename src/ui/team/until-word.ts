import { clockTime, dayAfter, dayOf } from '../../i18n/dates.ts'
import { team } from '../../i18n/fr/team.ts'
import type { Speech } from '../../i18n/language.ts'
import { longDate } from '../../i18n/long-dates.ts'

/** Until when something lasts, within a sentence: "jusqu’à demain, 14 h 32", "jusqu’au mardi 2 décembre". `at`, `now`: ms since 1970. */
export const untilWord = (speech: Speech, now: number, at: number): string => {
  const { until } = speech.words(team)
  const [day, today] = [dayOf(at), dayOf(now)]
  const time = clockTime(speech.language, at)
  if (day === today) return until.today(time)
  if (day === dayAfter(today, 1)) return until.tomorrow(time)
  return until.later(longDate(speech.language, day))
}

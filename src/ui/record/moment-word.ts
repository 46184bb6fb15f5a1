import { clockTime, dayOf } from '../../i18n/dates.ts'
import type { Speech } from '../../i18n/language.ts'
import { dayWord } from '../event/day-word.ts'

const small = (word: string) => word.charAt(0).toLowerCase() + word.slice(1)

/** A day inside a sentence: "hier", "24 nov. 2026". */
export const dayInSentence = (speech: Speech, today: string, day: string): string => small(dayWord(speech, today, day))

/** A moment inside a line: "hier 14 h 32". */
export const momentWord = (speech: Speech, today: string, instant: string | number): string =>
  `${dayInSentence(speech, today, dayOf(instant))} ${clockTime(speech.language, instant)}`

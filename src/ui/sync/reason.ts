import { sync } from '../../i18n/fr/sync.ts'
import type { Speech } from '../../i18n/language.ts'

/** Why the server will never take it, in plain words; also for a reason a later version gives. */
export const reasonInWords = (speech: Speech, code: string): string => {
  const reasons: Readonly<Record<string, string>> = speech.words(sync).review.reasons
  return (Object.hasOwn(reasons, code) ? reasons[code] : undefined) ?? speech.words(sync).review.reasons.other
}

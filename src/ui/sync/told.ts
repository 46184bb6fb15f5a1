import type { Standing } from '../../store/standing.ts'
import type { Trouble } from '../../store/sync-state.ts'

/** What the line of state says, before it is put in words. */
export type Told = {
  readonly main:
    | { readonly say: 'waiting'; readonly saves: number; readonly more: boolean; readonly minutes: number }
    | { readonly say: 'files'; readonly count: number; readonly minutes: number }
    | { readonly say: 'receiving'; readonly left: number }
    /** `but`: some were refused, and are not at the server. */
    | { readonly say: 'sent'; readonly at: number; readonly but: boolean }
    | { readonly say: 'last'; readonly at: number }
    | { readonly say: 'never' }
  readonly trouble?: Trouble | undefined
  /** Photos and documents that wait, beside what `main` tells. */
  readonly files: number
  readonly refused: number
  /** Refused, and taken off the list by the person. */
  readonly off: number
  /** Deletions that wait for this person to say whether they take place. */
  readonly held: number
  /** It has waited for more than a day: the person should look after it. */
  readonly isOld: boolean
}

const minute = 60_000
const day = 24 * 60

const mainOf = ({ state, waiting, files, refused, off }: Standing, minutes: number): Told['main'] => {
  const { saves, more } = waiting
  if (waiting.changes > 0) return { say: 'waiting', saves, more, minutes }
  if (state.left !== undefined) return { say: 'receiving', left: state.left }
  if (state.lastDone === undefined) return { say: 'never' }
  if (state.trouble) return { say: 'last', at: state.lastDone }
  if (files.waiting > 0) return { say: 'files', count: files.waiting, minutes }
  return { say: 'sent', at: state.lastDone, but: refused + off + files.refused > 0 }
}

/** "Tout est envoyé" only when nothing waits, nothing is left to fetch and the last round ended well. `now` in ms since 1970. */
export const toldOf = (standing: Standing, now: number): Told => {
  const { waiting, files } = standing
  const minutesSince = (since = now) => Math.max(0, Math.floor((now - since) / minute))
  const minutes = minutesSince(waiting.changes > 0 ? waiting.since : files.since)
  const main = mainOf(standing, minutes)
  return {
    main,
    files: main.say === 'files' ? 0 : files.waiting,
    trouble: standing.state.trouble,
    refused: standing.refused,
    off: standing.off,
    held: standing.state.held ?? 0,
    isOld: waiting.changes + files.waiting > 0 && minutes >= day,
  }
}

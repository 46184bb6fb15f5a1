import type { Answer } from '../domain/answer.ts'
import { claim, openToEnter } from '../store/enrolled-spaces.ts'
import { pendingEntry } from '../store/pending-entry.ts'
import type { Space } from '../store/space.ts'
import { enrolmentOf } from '../store/sync-state.ts'
import type { Membership } from './ask.ts'
import { deviceName } from './device-name.ts'
import { entryThrough } from './enter.ts'
import { inTurn } from './in-turn.ts'

const server = { fetch: (path: string, asked: RequestInit) => fetch(path, asked) }
const { userAgent, maxTouchPoints: touchPoints } = navigator

/** The way in for this device: what a link leads to is remembered from looking to entering. */
export const { look, enter, comeBack } = entryThrough({
  ...server,
  deviceName: deviceName({ userAgent, touchPoints }),
  clock: () => Date.now(),
  open: openToEnter,
  keep: claim,
  close: ({ db }: Space) => db.close(),
  inTurn: inTurn(navigator.locks),
  memory: pendingEntry,
})

/** Asks in the name of this device, once it is in a space. */
export const asMember = async <T>(
  space: Space,
  asking: (membership: Membership) => Promise<Answer<T>>,
): Promise<Answer<T>> => {
  const enrolment = await enrolmentOf(space)
  if (!enrolment) return { ok: false, why: 'not-found' }
  return asking({ ...server, campus: enrolment.campus, device: space.device })
}

export { fetchBlob } from './fetch-blob.ts'
export { held } from './held.ts'
export { history } from './history.ts'
export { invitations, invite } from './invite.ts'

import type { Answer, Why } from '../domain/answer.ts'
import { enterReply, type LookReply, longestSecret, lookReply } from '../protocol/entry-message.ts'
import type { EntryGiven, PendingEntry } from '../store/pending-entry.ts'
import type { Space } from '../store/space.ts'
import type { Enrolment } from '../store/sync-state.ts'
import { ask, no, type Server } from './ask.ts'
import { newKey } from './new-key.ts'

type Entering = Pick<Space, 'install' | 'device' | 'me'>
type Entered = Omit<Enrolment, 'key' | 'at'>

export type Door<S extends Entering> = Server & {
  readonly deviceName: string
  /** Ms since 1970. */
  readonly clock: () => number
  /** The database to enter a space with; for an act that was cut, the one it had. */
  readonly open: (campus: string | undefined) => Promise<S>
  /** The server took this device in: the database belongs to the space from now on, unless it does to another: false. */
  readonly keep: (space: S, entered: Entered) => Promise<boolean>
  /** Called when the database is no longer needed here, whatever came of it. */
  readonly close: (space: S) => void
  /** Lets one tab after another enter. */
  readonly inTurn: <T>(act: () => Promise<T>) => Promise<T>
  readonly memory: {
    readonly read: () => Promise<PendingEntry | undefined>
    readonly begin: (entry: PendingEntry) => Promise<PendingEntry>
    readonly end: (entry: PendingEntry, became: PendingEntry | undefined) => Promise<void>
  }
}

/** Whether asking again may still take this device in. */
const isOpen = (why: Why) => why === 'no-network' || why === 'portal' || why === 'server' || why === 'too-many'

/** No server gave it; asked, it would call the whole message invalid. */
const isNoSecret = (secret: string) => secret.length > longestSecret

/**
 * The way into a space. The reply to "Utiliser cet appareil" may be lost after the server consumed the link, and the app
 * be killed with it: what was asked is kept until it is answered, and asked again with the same key.
 */
export const entryThrough = <S extends Entering>(door: Door<S>) => {
  const looked = new Map<string, LookReply>()

  const look = async (secret: string): Promise<Answer<LookReply>> => {
    if (isNoSecret(secret)) return no('unknown')
    const answer = await ask(door, '/api/enter/look', { secret }, lookReply)
    if (answer.ok) looked.set(secret, answer.value)
    if (answer.ok || answer.why !== 'used') return answer
    // Used by ourselves: the person goes on where the reply was lost.
    const pending = await door.memory.read()
    const isOpenStill = pending?.secret === secret && pending.answeredAt === undefined
    return isOpenStill && pending.invitation ? { ok: true, value: pending.invitation } : answer
  }

  const askIn = ({ device, me }: Entering, { secret, key, given }: PendingEntry) =>
    ask(door, '/api/enter', { secret, key, device, me, deviceName: door.deviceName, ...given }, enterReply)

  const enterWith = async (space: S, secret: string, given: EntryGiven): Promise<Answer<undefined>> => {
    const { install } = space
    const invitation = looked.get(secret)
    const entry = await door.memory.begin({ secret, key: newKey(), install, given, invitation })
    const answer = await askIn(space, entry)
    if (answer.ok) {
      const { campus, role, space: title } = answer.value
      const isKept = await door.keep(space, { campus, ...title, role })
      await door.memory.end(entry, isKept ? { ...entry, answeredAt: door.clock() } : undefined)
      // Another tab gave the database to another space meanwhile; the link let its device in, and lets in no other.
      return isKept ? { ok: true, value: undefined } : no('used')
    }
    if (!isOpen(answer.why)) await door.memory.end(entry, undefined)
    return answer
  }

  const enter = (secret: string, given: EntryGiven): Promise<Answer<undefined>> =>
    door.inTurn(async () => {
      if (isNoSecret(secret)) return no('unknown')
      const pending = await door.memory.read()
      const remembered = pending?.secret === secret ? pending.invitation : undefined
      const space = await door.open((looked.get(secret) ?? remembered)?.campus)
      try {
        return await enterWith(space, secret, given)
      } finally {
        door.close(space)
      }
    })

  /**
   * The server does not know a device that it let in a moment ago: the browser was killed before it wrote the cookie to
   * disk. The act is repeated; whether the device is known again.
   */
  const comeBack = async (space: Entering): Promise<boolean> => {
    const pending = await door.memory.read()
    return pending?.install === space.install && (await askIn(space, pending)).ok
  }

  return { look, enter, comeBack }
}

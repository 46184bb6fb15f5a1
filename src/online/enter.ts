import { enterReply, type LookReply, lookReply } from '../protocol/entry-message.ts'
import type { PendingEntry } from '../store/pending-entry.ts'
import type { Space } from '../store/space.ts'
import type { Enrolment } from '../store/sync-state.ts'
import { type Answer, ask, type Server, type Why } from './ask.ts'

type Entering = Pick<Space, 'install' | 'device' | 'me'>
type Entered = Omit<Enrolment, 'key' | 'at'>

export type Door<S extends Entering> = Server & {
  readonly deviceName: string
  /** The database to enter a space with; for an act that was cut, the one it had. */
  readonly open: (campus: string | undefined) => Promise<S>
  /** The server took this device in: the database belongs to the space from now on. */
  readonly keep: (space: S, entered: Entered) => Promise<void>
  /** Called when the database is no longer needed here, whatever came of it. */
  readonly close: (space: S) => void
  readonly memory: {
    readonly read: () => Promise<PendingEntry | undefined>
    readonly write: (entry: PendingEntry | undefined) => Promise<void>
  }
}
type Given = { name: string; space?: Pick<Enrolment, 'name' | 'kind'> }

/** Nobody who does not hold this key may repeat the act; 256 bits. */
const newKey = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(32)), (byte) => byte.toString(16).padStart(2, '0')).join('')

/** Whether asking again may still take this device in. */
const isOpen = (why: Why) => why === 'no-network' || why === 'portal' || why === 'server' || why === 'too-many'

/**
 * The way into a space. The reply to "Utiliser cet appareil" may be lost after the server consumed the link, and the app
 * be killed with it: what was asked is kept until it is answered, and asked again with the same key.
 */
export const entryThrough = <S extends Entering>(door: Door<S>) => {
  const looked = new Map<string, LookReply>()

  const look = async (secret: string): Promise<Answer<LookReply>> => {
    const answer = await ask(door, '/api/enter/look', { secret }, lookReply)
    if (answer.ok) looked.set(secret, answer.value)
    if (answer.ok || answer.why !== 'used') return answer
    // Used by ourselves: the person goes on where the reply was lost.
    const pending = await door.memory.read()
    return pending?.secret === secret && pending.invitation ? { ok: true, value: pending.invitation } : answer
  }

  const enterWith = async (space: S, secret: string, given: Given): Promise<Answer<undefined>> => {
    const { install, device, me } = space
    const pending = await door.memory.read()
    const again = pending?.secret === secret && pending.install === install ? pending : undefined
    const key = again?.key ?? newKey()
    await door.memory.write({ secret, key, install, invitation: looked.get(secret) ?? again?.invitation })
    const asked = { secret, key, device, me, deviceName: door.deviceName, ...given }
    const answer = await ask(door, '/api/enter', asked, enterReply)
    if (answer.ok) {
      const { campus, role, space: title } = answer.value
      await door.keep(space, { campus, ...title, role })
    }
    if (answer.ok || !isOpen(answer.why)) await door.memory.write(undefined)
    return answer.ok ? { ok: true, value: undefined } : answer
  }

  const enter = async (secret: string, given: Given): Promise<Answer<undefined>> => {
    const pending = await door.memory.read()
    const remembered = pending?.secret === secret ? pending.invitation : undefined
    const space = await door.open((looked.get(secret) ?? remembered)?.campus)
    try {
      return await enterWith(space, secret, given)
    } finally {
      door.close(space)
    }
  }

  return { look, enter }
}

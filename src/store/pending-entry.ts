import { get, update } from 'idb-keyval'
import type { LookReply } from '../protocol/entry-message.ts'
import type { Space } from './space.ts'
import { map } from './spaces.ts'
import type { Enrolment } from './sync-state.ts'

/** What the person said of themselves, and of a space they are the first of. */
export type EntryGiven = { readonly name: string; readonly space?: Pick<Enrolment, 'name' | 'kind'> }

/** "Utiliser cet appareil" was touched, and may have to be asked again. Kept beside the map, for it may be about a new database. */
export type PendingEntry = {
  readonly secret: string
  /** Minted for this act; the same device may repeat it with the same key. */
  readonly key: string
  /** The database it enters with. */
  readonly install: string
  readonly given: EntryGiven
  readonly invitation?: LookReply | undefined
  /** When the server said yes, ms since 1970. */
  readonly answeredAt?: number
}

const key = 'entry'
/** A browser writes a new cookie to disk within half a minute; one that is killed before has lost it. In ms. */
const cookieKept = 60_000

const isSame = (one: PendingEntry, other: PendingEntry | undefined) =>
  one.secret === other?.secret && one.install === other.install

export const pendingEntry = {
  read: () => get<PendingEntry>(key, map),
  /** Keeps an act before it is asked for. Begun already, here or in another tab, it goes on with the key it has. */
  async begin(entry: PendingEntry): Promise<PendingEntry> {
    let begun = entry
    await update<PendingEntry | undefined>(
      key,
      (present) => {
        if (present && isSame(entry, present))
          begun = { ...entry, key: present.key, invitation: entry.invitation ?? present.invitation }
        return begun
      },
      map,
    )
    return begun
  },
  /** What became of it; nothing where another act has taken its place since. */
  end: (entry: PendingEntry, became: PendingEntry | undefined): Promise<void> =>
    update<PendingEntry | undefined>(key, (present) => (present?.key === entry.key ? became : present), map),
}

/** The server knows this device: once its cookie is surely on disk, the act need not be repeated any more. */
export const forgetEntry = async ({ install, now }: Pick<Space, 'install' | 'now'>): Promise<void> => {
  const pending = await pendingEntry.read()
  if (pending?.install !== install) return
  if (Math.abs(now() - (pending.answeredAt ?? 0)) > cookieKept) await pendingEntry.end(pending, undefined)
}

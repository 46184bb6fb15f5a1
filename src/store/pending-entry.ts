import { del, get, set } from 'idb-keyval'
import type { LookReply } from '../protocol/entry-message.ts'
import { map } from './spaces.ts'

/** "Utiliser cet appareil" was touched and not answered yet. Kept beside the map, for it may be about a new database. */
export type PendingEntry = {
  readonly secret: string
  /** Minted for this act; the same device may repeat it with the same key. */
  readonly key: string
  /** The database it enters with. */
  readonly install: string
  readonly invitation?: LookReply | undefined
}

const key = 'entry'

export const pendingEntry = {
  read: () => get<PendingEntry>(key, map()),
  write: (entry: PendingEntry | undefined): Promise<void> => (entry ? set(key, entry, map()) : del(key, map())),
}

import { delMany, setMany } from 'idb-keyval'
import { map } from './spaces.ts'
import { storageState } from './storage-state.ts'

/** A larger value would lie outside the log, in bytes; so many of these fill it, which holds 4 MiB. */
const [piece, pieces] = [60_000, 80]
/** What must be free, in bytes, so that nobody's note finds no room because of them. */
const room = 100_000_000

/**
 * Makes Chromium begin its log anew. Killed while it writes there, it goes on behind half a record the next time, and the
 * time after takes that for corruption and throws all databases away. Of a log that is full it makes a table, without the
 * half record, and begins another. Other engines keep no such log. See docs/decisions/0025.
 */
export const beginLog = async (): Promise<void> => {
  if (!('userAgentData' in navigator)) return
  if (((await storageState()).room ?? 0) < room) return
  const keys = Array.from({ length: pieces }, (_, n) => `filling-${n}`)
  const filling = new Uint8Array(piece)
  await setMany(
    keys.map((key) => [key, filling]),
    map,
  )
  await delMany(keys, map)
}

import type { Lost } from '../../protocol/sync-message.ts'
import type { Connection } from './database.ts'

/** Where the numbers of a campus that restores lost are kept. */
export const lostKey = (campus: string): string => `lost ${campus}`

/** With those after the number the backup knew last, up to where numbers go on; what lies in there was lost as well. */
const withLost = (before: readonly Lost[], after: number, upTo: number): Lost[] => {
  const apart = before.filter(([, last]) => last < after)
  const first = before.find(([, last]) => last >= after)?.[0] ?? after
  return [...apart, [Math.min(first, after), upTo]]
}

/** Notes of each campus which numbers a restore lost: those after the one it is at, up to `seqs`, where it will go on. */
export const noteLost = async (db: Connection, next: (seq: number) => number): Promise<void> => {
  for (const { id, seq } of await db.all('SELECT id, seq FROM campuses')) {
    const key = lostKey(String(id))
    const line = await db.one('SELECT value FROM server WHERE key = ?', key)
    const before = line ? (JSON.parse(String(line.value)) as Lost[]) : []
    const lost = JSON.stringify(withLost(before, Number(seq), next(Number(seq))))
    if (line) await db.run('UPDATE server SET value = ? WHERE key = ?', lost, key)
    else await db.run('INSERT INTO server VALUES (?, ?)', key, lost)
  }
}

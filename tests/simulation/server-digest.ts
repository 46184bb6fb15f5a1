import { createHash } from 'node:crypto'
import type { World } from './world.ts'

/**
 * 48 bits of all that the server holds: each row with its number and all its versions, each change with what became of it,
 * each text.
 */
export const serverDigest = async ({ server, campuses }: World): Promise<number> => {
  const hash = createHash('sha256')
  for (const campus of campuses) {
    const rows = await server.all(
      'SELECT tbl, id, seq, sole, state, digest FROM rows WHERE campus = ? ORDER BY tbl, id',
      campus,
    )
    const texts = await server.all(
      'SELECT tbl, id, field, folded, updates, state FROM texts WHERE campus = ? ORDER BY tbl, id, field',
      campus,
    )
    const changes = await server.all(
      `SELECT device, n, id, seq, tbl, row, member, at, fields, lost, refused FROM changes WHERE campus = ?
       ORDER BY device, n`,
      campus,
    )
    for (const line of [...rows, ...texts, ...changes]) hash.update(JSON.stringify(Object.values(line)))
  }
  return hash.digest().readUIntBE(0, 6)
}

import type { Attachment } from '../domain/records/attachment.ts'
import type { Space } from './space.ts'

/** Bytes that no row here names any more leave this phone; those that are still to be sent stay. */
export const forgetBlobs = ({ db }: Space): Promise<void> =>
  db.transaction('rw', ['attachments', 'blobs', 'offers'], async () => {
    const [rows, kept, offered] = await Promise.all([
      db.table<Attachment, string>('attachments').toArray(),
      db.table('blobs').toCollection().primaryKeys(),
      db.table('offers').toCollection().primaryKeys(),
    ])
    const named = new Set<unknown>([...rows.map(({ sha }) => sha), ...offered])
    await db.table('blobs').bulkDelete(kept.filter((sha) => !named.has(sha)))
  })

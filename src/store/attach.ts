import type { Attachment } from '../domain/records/attachment.ts'
import type { KeptBlob } from './blobs.ts'
import type { Offer } from './offers.ts'
import type { Space } from './space.ts'
import { birth, type Edit, save } from './write.ts'

/** A file as it will be kept and sent. */
export type PreparedFile = Pick<Attachment, 'name' | 'kind' | 'mediaType' | 'size' | 'sha' | 'width' | 'height'> & {
  readonly bytes: ArrayBuffer
}
/** What it belongs to: the field of an attachment, and the id. */
export type Belonging = { readonly by: 'person' | 'organisation' | 'exchange' | 'event'; readonly id: string }

/**
 * Files become attachments: rows, outbox entries, bytes and what is to be sent, in one strict transaction or none of it.
 * Gives the edits that take it back.
 * @throws StoreError; nothing was written then.
 */
export const attach = async (space: Space, files: readonly PreparedFile[], to: Belonging): Promise<Edit[]> => {
  const since = space.now()
  const blobs: KeptBlob[] = []
  const offers: Offer[] = []
  const edits = files.map(({ bytes, ...values }) => {
    const edit = birth(space, 'attachments', { ...values, [to.by]: to.id })
    blobs.push({ sha: values.sha, bytes })
    offers.push({ sha: values.sha, row: edit.row, since })
    return edit
  })
  return save(space, edits, { beside: { blobs, ...(space.kind !== 'examples' && { offers }) } })
}

import type { Attachment } from '../domain/records/attachment.ts'
import type { Belonging } from './attach.ts'
import { keptAmong } from './blobs.ts'
import type { Offer } from './offers.ts'
import { linkedTo } from './read.ts'
import type { Space } from './space.ts'
import { enrolmentOf } from './sync-state.ts'

/** An attachment as a page shows it. `isHere`: its bytes are on this phone. */
export type ShownFile = {
  readonly row: Attachment
  readonly isHere: boolean
  /** Its bytes are on this phone alone, as far as it knows: to be sent, or not accepted. */
  readonly alone?: 'waiting' | 'refused' | undefined
}

export const shownFiles = async (space: Space, rows: readonly Attachment[]): Promise<ShownFile[]> => {
  const shas = rows.map(({ sha }) => sha)
  const [kept, offers, enrolment] = await Promise.all([
    keptAmong(space, shas),
    space.db.table<Offer, string>('offers').bulkGet(shas),
    enrolmentOf(space),
  ])
  return rows.map((row, at) => {
    const offer = enrolment && offers[at]
    return { row, isHere: kept.has(row.sha), alone: offer && (offer.refused ? 'refused' : 'waiting') }
  })
}

/** What belongs to a record, in the order it was added. */
export const attachmentsOf = async (space: Space, { by, id }: Belonging): Promise<ShownFile[]> => {
  const rows = await linkedTo<Attachment>(space, 'attachments', by, id)
  return shownFiles(
    space,
    rows.sort((a, b) => a.createdAt.localeCompare(b.createdAt) || a.id.localeCompare(b.id)),
  )
}

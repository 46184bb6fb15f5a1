import type { Dexie } from 'dexie'
import type { Attachment } from '../domain/records/attachment.ts'
import { allWaiting } from './outbox.ts'
import type { Refused } from './refused.ts'
import type { Space } from './space.ts'

/**
 * Bytes that are to be sent. `row`: the attachment that names them. `since`: ms since 1970, absent for those that the
 * server will not take. `refused`: why, a word of protocol/blob-message.ts.
 */
export type Offer = { readonly sha: string; readonly row: string; readonly since?: number; readonly refused?: string }

const offers = (db: Dexie) => db.table<Offer, string>('offers')

/** How many files wait, since when the oldest does, and how many the server did not take. */
export type WaitingFiles = { readonly waiting: number; readonly since?: number; readonly refused: number }

export const filesWaiting = async ({ db }: Space): Promise<WaitingFiles> => {
  const waits = () => offers(db).orderBy('since')
  const [all, waiting, first] = await Promise.all([offers(db).count(), waits().count(), waits().first()])
  return { waiting, refused: all - waiting, ...(first?.since !== undefined && { since: first.since }) }
}

/** The oldest whose row the server has: no byte goes before the change that names it. */
export const nextOffer = (space: Space): Promise<Offer | undefined> =>
  space.db.transaction('r', ['offers', 'outbox', 'refused', 'meta'], async () => {
    const waiting = await offers(space.db).orderBy('since').toArray()
    if (waiting.length === 0) return undefined
    const [changes, refused] = await Promise.all([
      allWaiting(space),
      space.db.table<Refused, number>('refused').toArray(),
    ])
    const early = new Set([...changes, ...refused.map(({ change }) => change)].map(({ row }) => row))
    return waiting.find(({ row }) => !early.has(row))
  })

/** The server has all of it. */
export const endOffer = ({ db }: Space, sha: string): Promise<void> => offers(db).delete(sha)

/** The server will not take it: it stays here, and says so. */
export const setOfferAside = async ({ db }: Space, { sha, row }: Offer, refused: string): Promise<void> => {
  await offers(db).put({ sha, row, refused })
}

/** A server that was restored from a backup may have lost what it took: all that is here is offered again. */
export const offerAgain = async (db: Dexie, since: number): Promise<void> => {
  const rows = (await db.table<Attachment, string>('attachments').toArray()).filter(({ sha }) => sha)
  if (rows.length === 0) return
  const shas = rows.map(({ sha }) => sha)
  const kept = new Set(await db.table('blobs').where('sha').anyOf(shas).primaryKeys())
  await offers(db).bulkPut(rows.filter(({ sha }) => kept.has(sha)).map(({ sha, id }) => ({ sha, row: id, since })))
}

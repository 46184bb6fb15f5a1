import { expect, test, vi } from 'vitest'
import type { Attachment } from '../../src/domain/records/attachment.ts'
import type { Change } from '../../src/protocol/change.ts'
import { trashTerm } from '../../src/protocol/trash-term.ts'
import { attach } from '../../src/store/attach.ts'
import { bytesOf, keptAmong } from '../../src/store/blobs.ts'
import { forgetDeleted } from '../../src/store/forget-deleted.ts'
import { endOffer, filesWaiting, nextOffer, type Offer, offerAgain, setOfferAside } from '../../src/store/offers.ts'
import { linkedTo } from '../../src/store/read.ts'
import { freshSync } from '../../src/store/sync-state.ts'
import { save } from '../../src/store/write.ts'
import { madeFile } from './made-file.ts'
import { testSpace } from './test-space.ts'

const to = { by: 'person', id: 'p1' } as const

test('photos are kept with their rows, what is to be sent of both, and found from what they belong to', async () => {
  const space = await testSpace()
  const files = [await madeFile(), await madeFile(2_000, 'Stand')]
  await attach(space, files, to)
  const rows = await linkedTo<Attachment>(space, 'attachments', 'person', 'p1')
  expect(rows.map(({ name, sha }) => [name, sha]).sort()).toEqual(files.map(({ name, sha }) => [name, sha]))
  for (const { sha, bytes } of files) expect(await bytesOf(space, sha)).toEqual(bytes)
  expect((await space.db.table<Change>('outbox').toArray()).map(({ table }) => table)).toEqual([
    'attachments',
    'attachments',
  ])
  expect(await filesWaiting(space)).toMatchObject({ waiting: 2, refused: 0 })
  expect('bytes' in (rows[0] ?? {})).toBe(false)
})

test('where there is no room, nothing of a photo is kept: no row, no change, no bytes', async () => {
  const space = await testSpace()
  const { put } = IDBObjectStore.prototype
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...given) {
    if (this.name === 'blobs') throw new DOMException('full', 'QuotaExceededError')
    return put.apply(this, given)
  })
  try {
    await expect(attach(space, [await madeFile()], to)).rejects.toMatchObject({ problem: 'full' })
  } finally {
    vi.restoreAllMocks()
  }
  for (const table of ['attachments', 'outbox', 'blobs', 'offers'])
    expect(await space.db.table(table).count(), table).toBe(0)
})

test('bytes wait for their row: they are offered when the change that names them was acknowledged', async () => {
  const space = await testSpace()
  const [first, second] = [await madeFile(), await madeFile()]
  await attach(space, [first], to)
  await attach(space, [second], to)
  expect(await nextOffer(space)).toBeUndefined()
  await space.db.table('meta').put({ ...freshSync, acked: 1 })
  expect((await nextOffer(space))?.sha).toBe(first.sha)
  await endOffer(space, first.sha)
  expect(await nextOffer(space)).toBeUndefined()
  await space.db.table('meta').put({ ...freshSync, acked: 2 })
  const offer = (await nextOffer(space)) as Offer
  expect(offer.sha).toBe(second.sha)
  await setOfferAside(space, offer, 'wrong-type')
  expect(await nextOffer(space)).toBeUndefined()
  expect(await filesWaiting(space)).toEqual({ waiting: 0, refused: 1 })
})

test('bytes whose row was refused wait for what the person makes of it', async () => {
  const space = await testSpace()
  await attach(space, [await madeFile()], to)
  const [change] = await space.db.table<Change>('outbox').toArray()
  await space.db.table('refused').put({ n: 1, change, code: 'invalid', at: '2026-11-22T09:00:00.000Z' })
  await space.db.table('meta').put({ ...freshSync, acked: 1 })
  expect(await nextOffer(space)).toBeUndefined()
  expect(await filesWaiting(space)).toMatchObject({ waiting: 1 })
})

test('after a restore all that is here is offered again, a colleague’s photo too', async () => {
  const space = await testSpace()
  const [mine, absent] = [await madeFile(), await madeFile()]
  await attach(space, [mine, absent], to)
  for (const { sha } of [mine, absent]) await endOffer(space, sha)
  await space.db.table('blobs').delete(absent.sha)
  expect(await filesWaiting(space)).toEqual({ waiting: 0, refused: 0 })
  await offerAgain(space.db, 5)
  expect(await filesWaiting(space)).toEqual({ waiting: 1, since: 5, refused: 0 })
  expect(await keptAmong(space, [mine.sha, absent.sha])).toEqual(new Set([mine.sha]))
})

test('what was attached is taken back like anything else, and its bytes stay for who brings it back', async () => {
  const space = await testSpace()
  const file = await madeFile()
  const undo = await attach(space, [file], to)
  await save(space, undo)
  expect(await linkedTo(space, 'attachments', 'person', 'p1')).toEqual([])
  expect(await bytesOf(space, file.sha)).toBeDefined()
})

test('examples are kept and never offered', async () => {
  const space = await testSpace({ kind: 'examples' })
  await attach(space, [await madeFile()], to)
  expect(await filesWaiting(space)).toEqual({ waiting: 0, refused: 0 })
})

test('a photo that left the trash leaves the phone with its bytes; one that another row names, or still to be sent, stays', async () => {
  const now = Date.UTC(2026, 10, 22)
  const space = await testSpace({ now: () => now })
  const [gone, twice, unsent] = [await madeFile(), await madeFile(), await madeFile()]
  const deletedAt = new Date(now - trashTerm - 60_000).toISOString()
  const attached = await attach(space, [gone, twice, unsent], to)
  await save(
    space,
    attached.map(({ table, row }) => ({ table, row, fields: { deletedAt } })),
  )
  await attach(space, [twice], { by: 'event', id: 'e1' })
  await space.db.table('meta').put({ ...freshSync, acked: 99, revAt: { rev: 9_999, at: 0 } })
  for (const { sha } of [gone, twice]) await endOffer(space, sha)
  await forgetDeleted(space)
  expect(await space.db.table('attachments').count()).toBe(1)
  expect(await keptAmong(space, [gone.sha, twice.sha, unsent.sha])).toEqual(new Set([twice.sha, unsent.sha]))
})

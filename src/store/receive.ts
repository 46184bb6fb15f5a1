import '../domain/whole-catalog.ts'
import { type AnyRow, sortKeyOf } from '../domain/record.ts'
import type { Change } from '../protocol/change.ts'
import { afterNews } from '../protocol/received.ts'
import { schemaVersion } from '../protocol/schema-version.ts'
import type { News, SentChange, SyncReply, SyncRequest } from '../protocol/sync-message.ts'
import { isText } from '../protocol/text-change.ts'
import { endHeld } from './end-held.ts'
import { grouped } from './grouped.ts'
import { heardOf, type Offered } from './heard.ts'
import { raiseMark, writableMark } from './mark.ts'
import { offerAgain } from './offers.ts'
import { waitingOf } from './outbox.ts'
import { problemOf, StoreError } from './problem.ts'
import { withProse } from './prose.ts'
import { receiveTexts } from './receive-texts.ts'
import type { Refused } from './refused.ts'
import type { Mark, Space } from './space.ts'
import { type SyncState, syncStateOf } from './sync-state.ts'

/** What was asked, and the server's clock minus this one as the round trip tells it, in ms. */
export type Asked = Pick<SyncRequest, 'epoch' | 'cursor' | 'whole'> & {
  readonly changes: readonly SentChange[]
  readonly offset: number
}

/** `isDone`: nothing is left, either way. `isTaken`: false when another tab got further meanwhile, and nothing was kept. */
export type Received = { state: SyncState; isDone: boolean; isTaken: boolean }

const isAsked = (state: SyncState, { epoch, cursor, whole, changes }: Asked) =>
  state.epoch === epoch &&
  state.cursor === cursor &&
  (state.whole ?? false) === (whole ?? false) &&
  (changes[0] === undefined || state.acked < changes[0].n)

/** Where the phone stands after this reply. */
const advanced = (before: SyncState, reply: SyncReply, asked: Asked, strange: readonly string[]): SyncState => {
  const { left: _, trouble: __, held: ___, since, whole, ackedAt, ...bare } = before
  const isRestored = before.epoch !== undefined && reply.epoch !== undefined && before.epoch !== reply.epoch
  const unread = [...new Set([...(before.unread ?? []), ...strange])]
  const after = {
    ...bare,
    ...(reply.epoch !== undefined && { epoch: reply.epoch }),
    cursor: reply.cursor,
    // What another server acknowledged this one may have lost: its days are counted anew.
    ...(ackedAt && !isRestored && { ackedAt }),
    // Of what was not in this request nobody told which were refused.
    acked: Math.min(reply.acked, asked.changes.at(-1)?.n ?? before.acked),
    ...(unread.length > 0 && { unread }),
    ...(reply.held !== undefined && { held: reply.held }),
  }
  if (!reply.left) return { ...after, filled: true }
  return {
    ...after,
    left: reply.left,
    since: isRestored ? 0 : (since ?? before.cursor),
    ...((whole || isRestored) && { whole: true }),
  }
}

type Page = { mark: Mark; isFilled: boolean; waiting: ReadonlyMap<string, Change[]>; now: string }

type Renewed = { news: News; row: AnyRow }
/** The rows of one table as they are from now on, with what is told of them. */
const renewed = async (space: Space, table: string, some: readonly News[], page: Page): Promise<Renewed[]> => {
  const type = space.catalog[table]
  if (!type) return []
  // News of a birth tells all of the row: while the phone is first filled only the others are looked for.
  const ids = some.filter((news) => page.isFilled || !news.born).map(({ row }) => row)
  const found = ids.length > 0 ? await space.db.table<AnyRow, string>(table).bulkGet(ids) : []
  const known = new Map(found.flatMap((row) => (row ? [[row.id, row]] : [])))
  return some.flatMap((news) => {
    const before = known.get(news.row)
    // Forgotten here, out of the trash (see forget-deleted.ts): a part of it is no row.
    if (!before && !news.born) return []
    const row = afterNews(before, news, page.waiting.get(news.row) ?? [])
    row.rev = page.mark.rev + 1
    const isNew = page.isFilled && before === undefined && news.born !== undefined && news.born.by !== space.me
    if (isNew) row.arrived = page.now
    // Told twice in one reply, it is the second time what it became the first.
    known.set(news.row, row)
    const sort = sortKeyOf(type, row)
    if (sort === undefined) delete row.sort
    else row.sort = sort
    return [{ news, row }]
  })
}

const refusals = (reply: SyncReply, { changes }: Asked, device: string, at: string): Refused[] =>
  (reply.refused ?? []).flatMap(({ n, code }) => {
    const change = changes.find((one) => one.n === n)
    return change ? [{ n, change: { ...change, device }, code, at }] : []
  })

/** As changes of today, after all that were minted here. */
const asChanges = ({ device, newChangeId }: Space, offers: readonly Offered[], lastChange: number, at: number) =>
  offers.map(
    (offer, n): Change => ({
      ...{ n: lastChange + n + 1, id: newChangeId(), device, schema: schemaVersion, at },
      ...offer,
    }),
  )

/**
 * The other door in: what the server answered to one request, rows, acknowledgements and cursor in one transaction or
 * none of it. Acknowledged changes stay in the outbox; refused ones are shown to the person from now on.
 * @throws StoreError; nothing was written then.
 */
export const receive = async (space: Space, reply: SyncReply, asked: Asked): Promise<Received> => {
  const { db } = space
  const groups = grouped(reply.rows ?? [], ({ table }) => table)
  const tables = [...groups.keys()].filter((table) => space.catalog[table])
  const strange = [...groups.keys()].filter((table) => !space.catalog[table])
  const isRestored = asked.epoch !== undefined && reply.epoch !== undefined && reply.epoch !== asked.epoch
  const also = isRestored ? [...Object.keys(space.catalog), 'blobs', 'offers'] : []
  const kept = () =>
    db.transaction('rw', [...new Set([...tables, ...also]), 'texts', 'outbox', 'refused', 'meta'], async () => {
      const mark = await writableMark(space)
      const before = await syncStateOf(space)
      if (!isAsked(before, asked)) return { state: before, isDone: false, isTaken: false }
      const now = space.now()
      const after = advanced(before, reply, asked, strange)
      // 0. What it heard and the server lost is said again, as long as it is here.
      const heard = isRestored ? await heardOf(space, reply.lost ?? [], before.acked) : []
      const again = asChanges(space, heard, mark.lastChange, now)
      if (again.length > 0) await db.table('outbox').bulkAdd(again)
      // 1. What this phone has changed and the server has not taken stays over what is told.
      const told = tables.flatMap((table) => groups.get(table) ?? []).map(({ row }) => row)
      const waiting = await waitingOf(space, after.acked, told)
      const page: Page = {
        mark,
        isFilled: before.filled === true && !before.whole && before.epoch === after.epoch,
        // What it took in a request that was never answered is in what it tells, whether or not it is told here.
        waiting: grouped(
          waiting.changes.filter(({ n }) => n > reply.acked),
          ({ row }) => row,
        ),
        now: new Date(now).toISOString(),
      }
      // 2. The rows, table by table, and the texts that several people write in them.
      const refused = refusals(reply, asked, space.device, page.now)
      // What was set aside is not taken by any server of this size, and is no word it lost.
      const aside = before.whole ? await db.table<Refused, number>('refused').toArray() : []
      const round = {
        refused: new Map(
          [...aside, ...refused].flatMap(({ change, code }) =>
            Object.values(change.fields).some(isText) ? [[change.row, code] as const] : [],
          ),
        ),
        isRestored: isRestored || before.whole === true,
      }
      const texts = await Promise.all(
        tables.map(async (table) => {
          const told = groups.get(table) ?? []
          const rows = await renewed(space, table, told, page)
          const each = rows.map(({ news, row }) => ({ news, row, waiting: page.waiting.get(news.row) ?? [] }))
          const met = await receiveTexts(space, table, each, round)
          await db.table(table).bulkPut(rows.map(({ row }) => row))
          return met
        }),
      )
      if (isRestored) await offerAgain(db, now)
      // 3. What was refused, and what builds on it, goes where the person sees it.
      const orphans = texts.flatMap(({ orphans }) => orphans)
      refused.push(...orphans.map(({ change, code }) => ({ n: change.n, change, code, at: page.now })))
      if (refused.length > 0) await db.table('refused').bulkPut(refused)
      if (orphans.length > 0) await db.table('outbox').bulkDelete(orphans.map(({ change }) => change.n))
      // What a restored server lacks of a text is offered by whoever has it.
      const offers = texts.flatMap(({ offers }) => offers)
      const lastChange = mark.lastChange + again.length
      if (offers.length > 0) await db.table('outbox').bulkAdd(asChanges(space, offers, lastChange, now))
      await endHeld(space, reply.rows ?? [])
      // 4. Where the phone stands now, in the same transaction.
      const isLast = !waiting.more && waiting.changes.length === orphans.length
      const isDone = after.left === undefined && isLast && offers.length === 0
      // What was just filled is first checked tomorrow.
      const state = { ...after, lastTry: now, ...(isDone && { lastDone: now, checked: after.checked ?? now }) }
      const raised = {
        ...mark,
        offset: asked.offset,
        rev: mark.rev + (told.length > 0 ? 1 : 0),
        lastChange: lastChange + offers.length,
      }
      await Promise.all([db.table('meta').put(state), raiseMark(space, raised)])
      return { state, isDone, isTaken: true }
    })
  try {
    return await withProse(kept)
  } catch (error) {
    throw new StoreError(problemOf(error), error)
  }
}

import type { Catalog } from '../domain/catalog.ts'
import { protocolNumber, type SyncReply, usualPage } from '../protocol/sync-message.ts'
import { trashTerm } from '../protocol/trash-term.ts'
import { failpoint } from './failpoint.ts'
import { failure } from './failure.ts'
import type { Ledger, Reading, Writing } from './ledger.ts'
import { somebody } from './members.ts'
import type { Sender } from './offered.ts'
import { pageOf, wholeRows } from './page.ts'
import type { Asker } from './session.ts'
import { sessionOf } from './session.ts'
import type { SyncAsk } from './sync-ask.ts'
import { type Taken, takeChanges } from './take-changes.ts'

/** `fold`: after so many updates of a text, see texts-taken.ts. */
export type SyncParts = { ledger: Ledger; catalog: Catalog; now: () => number; fold?: number }
/** `told`: the number others have to hear of, 0 for none. `isOld`: the session is to be renewed. */
export type Synced = { reply: SyncReply; told: number; isOld: boolean }

/** How many deletions this member has to look at. */
const heldFor = async (at: Reading, member: string): Promise<number> => {
  const held = await at.heldCount()
  return held > 0 && (await somebody(at, member))?.role === 'direction' ? held : 0
}

const answer = async (at: Reading, ask: SyncAsk, { taken, now }: { taken: Taken; now: number }, sender: Sender) => {
  const { device, member } = sender
  const waiting = await heldFor(at, member)
  const epoch = await at.epoch()
  // Asked before the rows: what is committed in between is past this number, and comes now or next time.
  const last = (await at.campus())?.seq ?? 0
  // A phone that is ahead has heard what a restored server no longer knows.
  const isAhead = ask.cursor > last
  const isSame = !isAhead && (ask.epoch === epoch || (ask.epoch === undefined && ask.cursor <= 0))
  const cursor = isSame ? Math.max(0, ask.cursor) : 0
  const since = Math.max(0, Math.min(ask.since ?? cursor, cursor))
  const whole = ask.whole === true || !isSame
  const wanted = { cursor, since, whole, limit: ask.limit ?? usualPage, device, trashFrom: now - trashTerm }
  const page = await pageOf(at, wanted, last)
  // What a restore lost a phone of before may have heard.
  const lost = ask.epoch !== undefined && ask.epoch !== epoch ? await at.lost() : []
  const known = await wholeRows(at, [...taken.refused.map(({ key }) => key), ...taken.heard], device)
  // A row told whole is not told in part after it.
  const isWhole = new Set(known.map(({ table, row }) => `${table}/${row}`))
  const rows = [...known, ...page.rows.filter(({ table, row }) => !isWhole.has(`${table}/${row}`))]
  return {
    ...{ p: protocolNumber, rid: ask.rid, now, acked: taken.acked },
    // Earlier builds name a limit in each request, and take no reply without an epoch.
    ...((epoch !== ask.epoch || ask.limit !== undefined) && { epoch }),
    ...(lost.length > 0 && { lost }),
    ...(taken.refused.length > 0 && { refused: taken.refused.map(({ n, code }) => ({ n, code })) }),
    cursor: page.cursor,
    ...(waiting > 0 && { held: waiting }),
    // Held against what the phone had seen: one that has news to hear differs by right.
    ...(ask.digest !== undefined &&
      isSame &&
      ask.cursor === last && { digest: (await at.digest()) === ask.digest ? ('same' as const) : ('other' as const) }),
    ...(rows.length > 0 && { rows }),
    ...(page.left > 0 && { left: page.left }),
  } satisfies SyncReply
}

/**
 * One round trip: who asks is known, what they offer is taken, what they have not heard is told, all in one transaction.
 * @throws Failure `not-found` for a campus that is not there and for one the device is no member of, alike.
 */
export const sync = async (parts: SyncParts, campus: string, asker: Asker, ask: SyncAsk): Promise<Synced> => {
  const now = parts.now()
  const round = async (at: Reading, take: (sender: { device: string; member: string }) => Promise<Taken>) => {
    const session = await sessionOf(at, asker, now)
    if (!session) throw failure('not-found')
    const taken = await take(session)
    const reply = await answer(at, ask, { taken, now }, session)
    if (ask.changes.length > 0) failpoint('before-commit')
    return { reply, told: taken.seq, isOld: session.isOld }
  }
  if (ask.changes.length > 0)
    return parts.ledger.write(campus, (at: Writing) =>
      round(at, async (sender) => {
        // After a restore the phone does not know yet what to offer again: nothing is jumped over on its word.
        const isRestored = ask.epoch !== undefined && ask.epoch !== (await at.epoch())
        const { changes, gone } = ask
        const offered = isRestored ? { changes } : { changes, gone }
        return takeChanges(at, { catalog: parts.catalog, now, fold: parts.fold }, sender, offered)
      }),
    )
  return parts.ledger.read(campus, (at) =>
    round(at, async ({ device }) => ({ acked: (await at.device(device))?.acked ?? 0, refused: [], heard: [], seq: 0 })),
  )
}

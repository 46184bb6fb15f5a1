import type * as z from 'zod/mini'
import type { FieldChanges } from '../protocol/change.ts'
import type { HeldReply, heldRequest } from '../protocol/entry-message.ts'
import { merged } from '../protocol/merge.ts'
import type { RowState } from '../protocol/row-state.ts'
import { protocolNumber } from '../protocol/sync-message.ts'
import { isListed } from '../protocol/takes-away.ts'
import { memberOf } from './entry/invite.ts'
import { failure } from './failure.ts'
import type { House } from './house.ts'
import type { HeldChange, RowKey, Writing } from './ledger.ts'
import { unpacked, writtenRow } from './row-text.ts'
import type { Asker } from './session.ts'

const keyOf = ({ table, row }: RowKey) => `${table}/${row}`

/** Of one device so many are named; the others are counted. */
const NAMED = 100

/** What is held and still has something to take away: a row that is gone meanwhile is not asked about. */
const stillHeld = async (at: Writing): Promise<HeldChange[]> => {
  const all = await at.held()
  const rows = new Map((await at.rows(all)).map((row) => [keyOf(row), unpacked(row.state)]))
  const isMoot = (one: HeldChange) => {
    const row = rows.get(keyOf(one))
    return row !== undefined && !isListed(row)
  }
  for (const one of all) if (isMoot(one)) await at.settleHeld(one, 'kept')
  return all.filter((one) => !isMoot(one))
}

/** By the device that sent it, the first held first; a row that was deleted twice is one. */
const grouped = (all: readonly HeldChange[]): HeldReply['held'] => {
  const groups = new Map<string, HeldChange[]>()
  for (const one of all) groups.set(one.device, [...(groups.get(one.device) ?? []), one])
  return [...groups.entries()].map(([device, some]) => ({
    device,
    by: some[0]?.member ?? '',
    count: new Set(some.map(keyOf)).size,
    from: Math.min(...some.map(({ n }) => n)),
    upTo: Math.max(...some.map(({ n }) => n)),
    at: some[0]?.at ?? 0,
    rows: [...new Map(some.map((one) => [keyOf(one), one])).values()]
      .slice(0, NAMED)
      .map(({ table, row }) => ({ table, row })),
  }))
}

/** What is to be done to the row: it is in the trash from now on, or merged. */
const doneBy = ({ fields }: HeldChange, now: number): FieldChanges => {
  const { deletedAt, mergedInto } = JSON.parse(fields) as FieldChanges
  return {
    ...(deletedAt && { deletedAt: new Date(now).toISOString() }),
    ...(mergedInto && { mergedInto }),
  }
}

/** They take place now, as by those who asked: what was edited since they did is kept by the rule that merges. */
const deleteNow = async (at: Writing, some: readonly HeldChange[], now: number): Promise<number> => {
  const first = await at.raise(some.length)
  const states = new Map<string, RowState>()
  for (const row of await at.rows(some)) states.set(keyOf(row), unpacked(row.state))
  for (const [index, one] of some.entries()) {
    const before = states.get(keyOf(one))
    const seq = first + index
    const change = { n: one.n, id: one.id, schema: 0, table: one.table, row: one.row, base: one.seq, at: now }
    const stamp = { seq, by: one.member, device: '', now }
    const { state, lost } = merged(before, { ...change, fields: doneBy(one, now) }, stamp, () => false)
    states.set(keyOf(one), state)
    await at.settleHeld(one, { seq, lost })
  }
  const keys = new Map(some.map((one) => [keyOf(one), one]))
  await at.putRows([...keys].map(([key, named]) => writtenRow(named, states.get(key) as RowState)))
  return first + some.length - 1
}

/**
 * The deletions that wait for the direction; `settle`: what becomes of those of one device up to a number. `told`: the
 * number phones have to hear of, 0 for none.
 * @throws Failure `not-found`, `forbidden` for who settles and is not of the direction.
 */
export const held = async (
  { ledger, now }: House,
  campus: string,
  asker: Asker,
  { settle }: z.infer<typeof heldRequest>,
): Promise<{ reply: HeldReply; told: number }> =>
  ledger.write(campus, async (at) => {
    const isDirection = (await memberOf(at, asker, now())).role === 'direction'
    if (settle && !isDirection) throw failure('forbidden')
    const asked = settle
      ? (await stillHeld(at)).filter(({ device, n }) => device === settle.device && n <= settle.upTo)
      : []
    let told = 0
    if (settle?.as === 'delete' && asked.length > 0) told = await deleteNow(at, asked, now())
    if (settle?.as === 'keep') for (const one of asked) await at.settleHeld(one, 'kept')
    const all = grouped(await stillHeld(at))
    const mine = isDirection ? all : all.filter(({ device }) => device === asker.device)
    return { reply: { p: protocolNumber, held: mine }, told }
  })

import type { Catalog } from '../domain/catalog.ts'
import { mergeOf } from '../domain/field.ts'
import { correctedTime, merged, type Tells } from '../protocol/merge.ts'
import type { RowState } from '../protocol/row-state.ts'
import type { RefusalCode, SentChange } from '../protocol/sync-message.ts'
import type { RowKey, StoredChange, Writing } from './ledger.ts'
import { mayChangeMember } from './members.ts'
import { checked } from './refusal.ts'
import { packed, soleDevice, unpacked } from './row-text.ts'

/** A change as it came: its number and id are known to be there, the rest is not. */
export type Offered = { n: number; id: string } & Record<string, unknown>
export type Refused = { n: number; code: RefusalCode; key?: RowKey }
/** `seq`: the number of the last change taken now; 0 when none was. */
export type Taken = { acked: number; refused: Refused[]; seq: number }
export type Sender = { device: string; member: string }

const MOST_FIELDS_OF_A_ROW = 400
const keyOf = ({ table, row }: RowKey) => `${table}/${row}`

/** Of the changes offered, those that follow the last one known; none when some before them are missing. */
const following = (offered: readonly Offered[], last: number): Offered[] => {
  const fresh = offered.filter(({ n }) => n > last)
  const gap = fresh.findIndex(({ n }, at) => n !== last + 1 + at)
  return gap < 0 ? fresh : fresh.slice(0, gap)
}

/** Whether an author is shown the value that lost, by record type: fields that the app fills take one in silence. */
const tellsOf =
  (catalog: Catalog, table: string): Tells =>
  (name) => {
    const fields = catalog[table]?.fields ?? {}
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined
    return field !== undefined && !field.quiet && mergeOf(field.kind) === 'value'
  }

/** What was offered before: the same change has no effect again, another one under its number is refused. */
const repeated = async (at: Writing, { device }: Sender, known: readonly Offered[]): Promise<Refused[]> => {
  const [first, last] = [known[0], known.at(-1)]
  if (!first || !last) return []
  const before = new Map((await at.sent(device, first.n, last.n)).map((one) => [one.n, one]))
  return known.flatMap(({ n, id, table, row }): Refused[] => {
    const one = before.get(n)
    const code = one?.id === id ? one.refused : 'id-reuse'
    return code ? [{ n, code, key: { table: String(table), row: String(row) } }] : []
  })
}

type Verdict = { offered: Offered; change?: SentChange; refused?: RefusalCode }
const verdictOn = async (at: Writing, catalog: Catalog, { member }: Sender, offered: Offered): Promise<Verdict> => {
  const verdict = checked(catalog, offered)
  if ('refused' in verdict) return { offered, refused: verdict.refused }
  const { change } = verdict
  const isAllowed = change.table !== 'members' || (await mayChangeMember(at, member, change))
  return isAllowed ? { offered, change } : { offered, change, refused: 'forbidden' }
}

const rowsOf = async (at: Writing, changes: readonly SentChange[]): Promise<Map<string, RowState>> => {
  const keys = new Map(changes.map((change) => [keyOf(change), change]))
  const stored = await at.rows([...keys.values()])
  return new Map(stored.map((row) => [keyOf(row), unpacked(row.state)]))
}

/** A change that is not taken leaves its trace: what of it can be read, and why. */
const trace = ({ offered: { n, id }, change, refused }: Verdict, now: number): StoredChange => ({
  ...{ n, id, seq: 0, table: change?.table ?? '', row: change?.row ?? '' },
  ...{ at: now, fields: JSON.stringify(change?.fields ?? {}), lost: [] },
  ...(refused && { refused }),
})

/**
 * Takes what a device offers, in its order: 1 what is known has no effect; 2 each is looked at by itself, a bad one lets
 * the others pass; 3 the campus gives numbers, and holds still from here on; 4 each merges into its row; 5 rows, history
 * and watermark are written together.
 */
export const takeChanges = async (
  at: Writing,
  { catalog, now }: { catalog: Catalog; now: number },
  sender: Sender,
  { changes, gone = 0 }: { changes: readonly Offered[]; gone?: number | undefined },
): Promise<Taken> => {
  const before = (await at.device(sender.device))?.acked ?? 0
  const refused = await repeated(
    at,
    sender,
    changes.filter(({ n }) => n <= before),
  )
  const fresh = following(
    changes.filter(({ n }) => n > before),
    Math.max(before, gone),
  )
  const last = fresh.at(-1)
  if (!last) return { acked: before, refused, seq: 0 }

  const verdicts: Verdict[] = []
  for (const offered of fresh) verdicts.push(await verdictOn(at, catalog, sender, offered))
  const good = verdicts.flatMap(({ change, refused }) => (change && !refused ? [change] : []))
  const first = good.length > 0 ? await at.raise(good.length) : 0
  const rows = await rowsOf(at, good)

  const touched = new Map<string, RowKey>()
  const stored: StoredChange[] = []
  let seq = first - 1
  for (const verdict of verdicts) {
    const { change } = verdict
    if (!change || verdict.refused) {
      stored.push(trace(verdict, now))
      continue
    }
    seq += 1
    const stamp = { seq, by: sender.member, device: sender.device, now }
    // Nobody has seen what is not there yet.
    const seen = { ...change, base: Math.min(change.base, seq - 1) }
    const { state, lost } = merged(rows.get(keyOf(change)), seen, stamp, tellsOf(catalog, change.table))
    if (Object.keys(state.fields).length > MOST_FIELDS_OF_A_ROW) {
      verdict.refused = 'too-large'
      stored.push(trace(verdict, now))
      continue
    }
    rows.set(keyOf(change), state)
    touched.set(keyOf(change), change)
    const { n, id, table, row } = change
    stored.push({ n, id, seq, table, row, at: correctedTime(change, now), fields: JSON.stringify(change.fields), lost })
  }
  await at.putRows(
    [...touched].flatMap(([key, { table, row }]) => {
      const state = rows.get(key)
      return state ? [{ table, row, seq: state.seq, sole: soleDevice(state), state: packed(state) }] : []
    }),
  )
  await at.putChanges(sender.device, sender.member, stored)
  await at.setAcked(sender.device, last.n)
  for (const { offered, change, refused: code } of verdicts)
    if (code) refused.push({ n: offered.n, code, ...(change && { key: { table: change.table, row: change.row } }) })
  return { acked: last.n, refused, seq: touched.size > 0 ? seq : 0 }
}

import type { Catalog } from '../domain/catalog.ts'
import { mergeOf } from '../domain/field.ts'
import { correctedTime, merged, type Tells } from '../protocol/merge.ts'
import type { RowState } from '../protocol/row-state.ts'
import type { RefusalCode, SentChange } from '../protocol/sync-message.ts'
import type { RowKey, StoredChange, Writing } from './ledger.ts'
import { mayChangeMember } from './members.ts'
import { checked } from './refusal.ts'
import { roomOfRows } from './row-room.ts'
import { packed, soleDevice, unpacked } from './row-text.ts'

/** A change as it came: its number and id are known to be there, the rest is not. */
export type Offered = { n: number; id: string } & Record<string, unknown>
export type Refused = { n: number; code: RefusalCode; key: RowKey }
/** `seq`: the number of the last change taken now; 0 when none was. */
export type Taken = { acked: number; refused: Refused[]; seq: number }
export type Sender = { device: string; member: string }

const keyOf = ({ table, row }: RowKey) => `${table}/${row}`
/** Which row a change that is refused was about, as far as it can be read. */
const claimedKey = ({ table, row }: Offered): RowKey => ({ table: plain(table), row: plain(row) })
const plain = (name: unknown) => (typeof name === 'string' && /^[\w-]{1,64}$/.test(name) ? name : '')

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
  return known.flatMap((offered): Refused[] => {
    const one = before.get(offered.n)
    const code = one?.id === offered.id ? one.refused : 'id-reuse'
    return code ? [{ n: offered.n, code, key: claimedKey(offered) }] : []
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

const rowsOf = async (at: Writing, changes: readonly SentChange[]) => {
  const keys = new Map(changes.map((change) => [keyOf(change), change]))
  const [rows, room] = [new Map<string, RowState>(), roomOfRows()]
  for (const row of await at.rows([...keys.values()])) {
    rows.set(keyOf(row), unpacked(row.state))
    room.begin(keyOf(row), row.state.length)
  }
  return { rows, room }
}

/** A change that is not taken leaves its trace: what of it can be read, and why. */
const trace = ({ offered, change, refused }: Verdict, now: number): StoredChange => ({
  ...{ n: offered.n, id: offered.id, seq: 0, ...claimedKey(offered) },
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
  const { rows, room } = await rowsOf(at, good)

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
    const [key, before] = [keyOf(change), rows.get(keyOf(change))]
    const { state, lost } = merged(before, seen, stamp, tellsOf(catalog, change.table))
    if (!room.takes(key, before, state, change.fields)) {
      verdict.refused = 'too-large'
      stored.push(trace(verdict, now))
      continue
    }
    rows.set(key, state)
    touched.set(key, change)
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
  for (const { offered, refused: code } of verdicts)
    if (code) refused.push({ n: offered.n, code, key: claimedKey(offered) })
  return { acked: last.n, refused, seq: touched.size > 0 ? seq : 0 }
}

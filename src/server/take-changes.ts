import type { Catalog } from '../domain/catalog.ts'
import { mergeOf } from '../domain/field.ts'
import { correctedTime, merged, type Stamp, type Tells } from '../protocol/merge.ts'
import type { RowState } from '../protocol/row-state.ts'
import type { RefusalCode, SentChange } from '../protocol/sync-message.ts'
import { type Brake, openBrake } from './deletion-brake.ts'
import type { HistoryEntry, RowKey, StoredChange, Writing } from './ledger.ts'
import {
  claimedKey,
  following,
  type Good,
  type Offered,
  type Refused,
  repeated,
  type Sender,
  type Verdict,
  verdictsOn,
} from './offered.ts'
import { roomOfReply } from './reply-room.ts'
import { rowsTaken } from './rows-taken.ts'
import { isHeard, readPast, withHeard } from './take-heard.ts'
import { textsTaken, usualFold } from './texts-taken.ts'

/** `seq`: the number of the last change that did something; 0 when none did. `heard`: the rows of which something was heard. */
export type Taken = { acked: number; refused: Refused[]; heard: RowKey[]; seq: number }

/** Whether an author is shown the value that lost, by record type: fields that the app fills take one in silence. */
const tellsOf =
  (catalog: Catalog, table: string): Tells =>
  (name) => {
    const fields = catalog[table]?.fields ?? {}
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined
    return field !== undefined && !field.quiet && mergeOf(field.kind) === 'value'
  }

type Batch = {
  catalog: Catalog
  rows: Awaited<ReturnType<typeof rowsTaken>>
  texts: Awaited<ReturnType<typeof textsTaken>>
  stored: StoredChange[]
  past: Map<string, HistoryEntry[]>
  brake: Brake
}
type Into = { state: RowState | undefined; lost: string[]; fields?: string; heard?: string }
const mergedInto = (
  { catalog, stored, past }: Batch,
  before: RowState | undefined,
  change: SentChange,
  stamp: Stamp,
  texts: Readonly<Record<string, string>>,
): Into => {
  const tells = tellsOf(catalog, change.table)
  if (!isHeard(change)) return merged(before, change, stamp, tells, texts)
  const { state, fields, lost } = withHeard({ catalog, tells, texts, stored, past }, before, change, stamp)
  return { state, lost, fields: JSON.stringify(fields), heard: change.heard.by }
}

/** The change in its row from now on, as it is kept; or why it is not. */
const takenInto = (batch: Batch, { change, text }: Good, stamp: Stamp): StoredChange | RefusalCode => {
  const { rows, texts, brake } = batch
  const before = rows.before(change)
  const braked = brake(change, before)
  if (braked === 'held') return braked
  const written = texts.after(change, stamp.seq)
  if (typeof written === 'string') return written
  // Nobody has seen what is not there yet.
  const seen = change.base < stamp.seq ? change : { ...change, base: stamp.seq - 1 }
  const as = mergedInto(batch, before, seen, stamp, written.reads)
  const { state, lost, fields = text, heard } = as
  if (state && !rows.take(change, state, text.length)) {
    written.leave()
    return 'too-large'
  }
  const { n, id, table, row } = change
  // What the brake counts, it counts by the server's clock.
  const made = braked === 'counted' ? stamp.now : correctedTime(change.heard ?? change, stamp.now)
  return { n, id, seq: stamp.seq, table, row, at: made, fields, lost, ...(heard !== undefined && { heard }) }
}

/** A change that is not taken leaves its trace: what of it can be read, and why. */
const trace = ({ offered, text = '{}' }: Verdict, { key, code }: Refused, { seq, now }: Stamp): StoredChange => ({
  ...{ n: offered.n, id: offered.id, seq: code === 'held' ? seq : 0, ...key },
  ...{ at: now, fields: text, lost: [], refused: code },
})

/**
 * Takes what a device offers, in its order: 1 what is known has no effect; 2 each is looked at by itself, a bad one lets
 * the others pass; 3 the campus gives numbers, and holds still from here on; 4 each merges into its row, until the reply
 * has no room for another refusal; 5 rows, history and watermark are written together.
 */
export const takeChanges = async (
  at: Writing,
  { catalog, now, fold = usualFold }: { catalog: Catalog; now: number; fold?: number | undefined },
  sender: Sender,
  { changes, gone = 0 }: { changes: readonly Offered[]; gone?: number | undefined },
): Promise<Taken> => {
  const before = (await at.device(sender.device))?.acked ?? 0
  const refused: Refused[] = []
  const reply = roomOfReply(at)
  const heard: RowKey[] = []
  const known = changes.filter(({ n }) => n <= before)
  for (const one of await repeated(at, sender, known)) {
    if (!(await reply.takes(one.key))) return { acked: one.n - 1, refused, heard, seq: 0 }
    if (one.code) refused.push({ ...one, code: one.code })
    else heard.push(one.key)
  }
  const verdicts = await verdictsOn(at, catalog, sender, following(changes, Math.max(before, gone)))
  const good = verdicts.flatMap((verdict) => (verdict.refused ? [] : [verdict.change]))
  let next = good.length > 0 ? await at.raise(good.length) : 0
  const brake = await openBrake(at, sender.member, now, good)
  const stored: StoredChange[] = []
  const batch = {
    catalog,
    rows: await rowsTaken(at, good),
    texts: await textsTaken(at, good, fold),
    stored,
    past: new Map(),
    brake,
  }
  for (const one of refused) batch.texts.breaks(one)
  let [acked, seq] = [before, 0]
  for (const verdict of verdicts) {
    const { offered } = verdict
    const { n } = offered
    const stamp = { seq: next, by: sender.member, device: sender.device, now }
    if (offered.heard !== undefined && !(await reply.takes(claimedKey(offered)))) break
    if (!verdict.refused && isHeard(verdict.change))
      await readPast(at, verdict.change, batch.rows.before(verdict.change), batch.past)
    const taken = verdict.refused ?? takenInto(batch, verdict, stamp)
    if (!verdict.refused) next += 1
    if (typeof taken !== 'string') {
      if (taken.heard !== undefined) heard.push(claimedKey(offered))
      // What was known already is told to nobody.
      if (taken.fields !== '{}') seq = taken.seq
      stored.push(taken)
    } else {
      const one = { n, code: taken, key: claimedKey(offered) }
      if (!(await reply.takes(one.key))) break
      refused.push(one)
      batch.texts.breaks(one)
      stored.push(trace(verdict, one, stamp))
      // The direction has to hear that something waits.
      if (taken === 'held') seq = stamp.seq
    }
    acked = n
  }
  if (stored.length === 0) return { acked, refused, heard, seq }
  await batch.rows.write()
  await batch.texts.write()
  await at.putChanges(sender.device, sender.member, stored)
  await at.setAcked(sender.device, acked)
  return { acked, refused, heard, seq }
}

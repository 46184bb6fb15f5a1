import type { AnyRow } from '../domain/record.ts'
import type { Change, FieldChange, FieldChanges, Heard } from '../protocol/change.ts'
import { applied } from '../protocol/fields.ts'
import { rowMarks } from '../protocol/row-digest.ts'
import type { Lost } from '../protocol/sync-message.ts'
import { grouped } from './grouped.ts'
import { heldTexts, proseIn, textKey } from './held-text.ts'
import { proseAtHand } from './prose.ts'
import type { Refused } from './refused.ts'
import type { Space } from './space.ts'

/** What is offered as a change of its own, by whoever has it. */
export type Offered = Pick<Change, 'table' | 'row' | 'base' | 'fields'> & { readonly heard?: Heard }

/** Members are made by entering, and by nothing else. */
const notSaid = new Set(['members'])
const marks = new Set(rowMarks)
/** So many rows are read at once. */
const some = 500

const isIn = (lost: readonly Lost[], seq: number) => lost.some(([after, upTo]) => after < seq && seq <= upTo)

const rowsHeard = async (space: Space, table: string, lost: readonly Lost[]): Promise<AnyRow[]> => {
  const heard: AnyRow[] = []
  for (let last = ''; ; ) {
    const rows = await space.db.table<AnyRow, string>(table).where('id').above(last).limit(some).toArray()
    heard.push(...rows.filter(({ seq }) => isIn(lost, seq)))
    if (rows.length < some) return heard
    last = rows.at(-1)?.id ?? last
  }
}

/**
 * The fields in which a row shows what its person wrote and no server took: it is sent by itself, or was set aside. Another
 * value was heard, after a server took theirs and its answer was lost. Of lists all is said: what waits adds up with it.
 */
const ownWords = async ({ db }: Space, acked: number): Promise<(row: AnyRow) => Set<string>> => {
  const waiting = await db.table<Change, number>('outbox').where('n').above(acked).toArray()
  const aside = await db.table<Refused, number>('refused').toArray()
  const own = grouped(
    [...waiting.filter(({ heard }) => !heard), ...aside.map(({ change }) => change)],
    ({ row }) => row,
  )
  return (row) => {
    const given = (own.get(row.id) ?? []).flatMap(({ fields }) => Object.entries(fields))
    const shown = given.filter(([name, value]) => applied({}, { [name]: value })[name] === row[name])
    return new Set(shown.map(([name]) => name))
  }
}

const takenAway = ['deletedAt', 'mergedInto']
const asSaid = (value: unknown): FieldChange => (Array.isArray(value) ? { add: value } : (value as FieldChange))

/** A row as it was heard: its values, what lay beside them, and by itself what takes it out of the lists. */
const sayings = (table: string, row: AnyRow, own: ReadonlySet<string>, prose: readonly string[]): Offered[] => {
  const by = { by: row.updatedBy, at: Date.parse(row.updatedAt) }
  const of = { table, row: row.id, base: row.seq }
  const gone = takenAway.filter((name) => row[name] !== undefined)
  const but = [...own, ...gone]
  const values = Object.entries(row).filter(
    ([name, value]) => value !== undefined && !marks.has(name) && !but.includes(name) && !prose.includes(name),
  )
  const fields: FieldChanges = Object.fromEntries(values.map(([name, value]) => [name, asSaid(value)]))
  const born = { by: row.createdBy, at: Date.parse(row.createdAt) }
  const whole: Offered = { ...of, fields, heard: { ...by, row: { born, ...(but.length > 0 && { but }) } } }
  const beside = Object.entries(row.versions ?? {}).map(
    ([name, { value, by, at }]): Offered => ({
      ...{ ...of, fields: { [name]: value } },
      heard: { by, at: Date.parse(at), beside: true },
    }),
  )
  const away = gone.filter((name) => !own.has(name)).map((name) => [name, asSaid(row[name])] as const)
  const last: Offered[] = away.length > 0 ? [{ ...of, fields: Object.fromEntries(away), heard: by }] : []
  return [whole, ...beside, ...last]
}

/** What was written in the texts of these rows, in as few updates as may travel. */
const texts = async (space: Space, table: string, rows: readonly AnyRow[], prose: readonly string[]) => {
  const places = rows.flatMap((row) => prose.map((name) => ({ row, name, key: textKey(table, row.id, name) })))
  if (places.length === 0) return []
  const held = await heldTexts(space).bulkGet(places.map(({ key }) => key))
  return places.flatMap(({ row, name }, at): Offered[] => {
    const updates = held[at]?.updates ?? []
    if (updates.length === 0) return []
    const { docOf, lackedBy } = proseAtHand()
    const heard = { by: row.updatedBy, at: Date.parse(row.updatedAt) }
    return lackedBy(docOf([]), updates).map((text) => ({
      ...{ table, row: row.id, base: row.seq, fields: { [name]: { text } }, heard },
    }))
  })
}

/**
 * All this phone heard under numbers that a restored server lost, to be said again: nobody else may hold it any more.
 * Inside the caller's transaction, before anything of the restored server is kept. `acked`: by the server of before.
 */
export const heardOf = async (space: Space, lost: readonly Lost[], acked: number): Promise<Offered[]> => {
  if (lost.length === 0) return []
  const own = await ownWords(space, acked)
  const all: Offered[] = []
  for (const [table, { fields }] of Object.entries(space.catalog)) {
    if (notSaid.has(table)) continue
    const [rows, prose] = [await rowsHeard(space, table, lost), proseIn(fields)]
    all.push(...rows.flatMap((row) => sayings(table, row, own(row), prose)))
    all.push(...(await texts(space, table, rows, prose)))
  }
  return all
}

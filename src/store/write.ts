import '../domain/whole-catalog.ts'
import type { AnyRow } from '../domain/record.ts'
import { sortKeyOf } from '../domain/record.ts'
import type { Change, FieldChanges } from '../protocol/change.ts'
import { applied, difference } from '../protocol/fields.ts'
import { schemaVersion } from '../protocol/schema-version.ts'
import { grouped } from './grouped.ts'
import type { HeldText } from './held-text.ts'
import { lastMark, raiseMark, writableMark } from './mark.ts'
import { problemOf, StoreError } from './problem.ts'
import { type Saved, tellSaved } from './saved.ts'
import type { Space } from './space.ts'

/**
 * Some fields of one row take values. `born`: the row does not exist yet. `seen`: the number of the row as the person had
 * it before them, where that is not the row as it is now. `over`: what a field must still hold to be taken back; one that
 * was written again since, here or in another tab, keeps what it was given.
 */
export type Edit = {
  table: string
  row: string
  fields: FieldChanges
  born?: boolean
  seen?: number
  over?: Readonly<Record<string, unknown>>
}

/** A new row with these values; its id is minted at once, so that other edits of the same save may point to it. */
export const birth = (space: Space, table: string, values: Record<string, unknown>): Edit => ({
  table,
  row: space.newId(),
  fields: difference({}, values, Object.keys(values)),
  born: true,
})

/** The touched fields only; undefined when nothing was touched. */
export const editOf = (table: string, row: AnyRow, after: Record<string, unknown>): Edit | undefined => {
  const fields = difference(row, after, Object.keys(after))
  return Object.keys(fields).length > 0 ? { table, row: row.id, fields, seen: row.seq } : undefined
}

const typeOf = (space: Space, table: string) => {
  const type = space.catalog[table]
  if (!type) throw new Error(`No record type in ${table}`)
  return type
}

type Prose = typeof import('./text-edits.ts')
let textEdits: Prose | undefined
/** What an edit of a text takes: a part of its own, fetched before a transaction, which would not wait for it. */
export const loadTextEdits = async (): Promise<Prose> => {
  textEdits ??= await import('./text-edits.ts')
  return textEdits
}
const isProse = (space: Space, { table, fields }: Edit) =>
  Object.keys(fields).some((name) => typeOf(space, table).fields[name]?.kind === 'prose')

/** Who edits a field has seen both of its versions: the mark goes. */
const withoutVersions = ({ versions, ...row }: AnyRow, fields: FieldChanges): AnyRow => {
  const left = Object.entries(versions ?? {}).filter(([name]) => !(name in fields))
  return (left.length > 0 ? { ...row, versions: Object.fromEntries(left) } : row) as AnyRow
}

type Stamp = { at: string; rev: number; me: string }
const written = (space: Space, edit: Edit, before: AnyRow | undefined, { at, rev, me }: Stamp): AnyRow => {
  const mark = before ?? { id: edit.row, createdAt: at, createdBy: me, updatedAt: at, updatedBy: me, seq: 0, rev }
  const edited = { ...applied(mark, edit.fields), updatedAt: at, updatedBy: me, rev } as AnyRow
  const row = edited.versions ? withoutVersions(edited, edit.fields) : edited
  const sort = sortKeyOf(typeOf(space, edit.table), row)
  if (sort === undefined) delete row.sort
  else row.sort = sort
  return row
}

/** What takes an edit back: a born row is deleted, fields return to what they were. */
const undoing = (edit: Edit, before: AnyRow | undefined, after: AnyRow, at: string): Edit => {
  const fields = before ? difference(after, before, Object.keys(edit.fields)) : { deletedAt: at }
  const single = Object.entries(fields).filter(([, change]) => typeof change !== 'object' || change === null)
  return {
    table: edit.table,
    row: edit.row,
    fields,
    over: Object.fromEntries(single.map(([name]) => [name, after[name]])),
  }
}

/** What of an edit still applies to the row as it is now; undefined when nothing does. */
const stillMeant = (edit: Edit, before: AnyRow | undefined): Edit | undefined => {
  const { over, ...bare } = edit
  if (!over) return edit
  const isStill = (name: string) =>
    // The server may date it anew.
    name === 'deletedAt' ? !over[name] === !before?.[name] : over[name] === before?.[name]
  const fields = Object.entries(edit.fields).filter(([name]) => !(name in over) || isStill(name))
  return fields.length > 0 ? { ...bare, fields: Object.fromEntries(fields) } : undefined
}

/** The rows the edits start from; new rows are not looked for. */
const befores = async (space: Space, edits: readonly Edit[]): Promise<Map<string, AnyRow>> => {
  const rows = new Map<string, AnyRow>()
  const known = grouped(
    edits.filter((edit) => !edit.born),
    (edit) => edit.table,
  )
  for (const [table, some] of known) {
    const found = await space.db.table<AnyRow, string>(table).bulkGet(some.map((edit) => edit.row))
    for (const row of found) if (row) rows.set(row.id, row)
  }
  return rows
}

/** A draft by its id, a refused change by its number; `beside`: what is no row, by table, and kept or not with the rest. */
export type Ended = {
  readonly draft?: string | undefined
  readonly refused?: number | undefined
  readonly beside?: Readonly<Record<string, readonly unknown[]>>
}

type Written = { undo: Edit[]; saved: Saved }
/**
 * Rows, outbox entries and the end of what is finished. `presumes`: no edit needs to read first, and the mark is taken to
 * be as this tab last wrote it; all is asked of the database at once then, and undone where the mark turns out to be another.
 */
const write = (
  space: Space,
  edits: readonly Edit[],
  { draft, refused, beside = {} }: Ended,
  presumes: boolean,
  prose?: Prose,
) => {
  const { db } = space
  const texts: HeldText[] = []
  const put = Object.entries(prose ? { ...beside, texts } : beside)
  const tables = [...new Set(edits.map((edit) => edit.table)), ...put.map(([table]) => table), 'outbox', 'meta']
  if (draft !== undefined) tables.push('drafts')
  if (refused !== undefined) tables.push('refused')
  return db.transaction('rw', tables, async (): Promise<Written> => {
    const supposed = presumes ? lastMark(space) : undefined
    const reading = writableMark(space)
    const mark = supposed ?? (await reading)
    const rows = supposed ? new Map<string, AnyRow>() : await befores(space, edits)
    const changesOf = await prose?.openTexts(space, edits, texts)
    const now = space.now()
    const stamp = { at: new Date(now).toISOString(), rev: mark.rev + 1, me: space.me }
    const undo: Edit[] = []
    const entries: Change[] = []
    const touched = new Map<string, { table: string; row: AnyRow }>()
    const born = new Set<string>()
    for (const asked of edits) {
      const before = rows.get(asked.row)
      const meant = stillMeant(asked, before)
      if (!meant) continue
      // The row left the trash and this phone while somebody wrote in it: all of it comes back.
      const edit = before || meant.born ? meant : { ...meant, fields: { deletedAt: null, ...meant.fields } }
      const row = written(space, edit, before, stamp)
      const changes = changesOf?.(edit, row) ?? [edit.fields]
      undo.unshift(undoing(edit, before, row, stamp.at))
      if (!before) born.add(row.id)
      rows.set(row.id, row)
      touched.set(row.id, { table: edit.table, row })
      for (const fields of changes)
        entries.push({
          n: mark.lastChange + entries.length + 1,
          id: space.newChangeId(),
          device: space.device,
          schema: schemaVersion,
          table: edit.table,
          row: edit.row,
          base: edit.seen ?? before?.seq ?? 0,
          at: now,
          ...(mark.offset && { offset: mark.offset }),
          fields,
        })
    }
    const isMet = reading.then((met) => {
      // A reply without rows changes the offset only.
      const isSame = met.rev === mark.rev && met.lastChange === mark.lastChange && met.offset === mark.offset
      if (!isSame) throw new Error('Another mark')
    })
    const writes: PromiseLike<unknown>[] = [isMet]
    const groups = grouped([...touched.values()], (one) => one.table)
    const rowsByTable = new Map([...groups].map(([table, some]) => [table, some.map(({ row }) => row)]))
    for (const [table, some] of [...rowsByTable, ...put]) writes.push(db.table(table).bulkPut(some))
    if (space.kind !== 'examples') writes.push(db.table('outbox').bulkAdd(entries))
    if (draft !== undefined) writes.push(db.table('drafts').delete(draft))
    if (refused !== undefined) writes.push(db.table('refused').delete(refused))
    writes.push(raiseMark(space, { ...mark, lastChange: mark.lastChange + entries.length, rev: stamp.rev }))
    await Promise.all(writes)
    return { undo, saved: { rev: stamp.rev, tables: rowsByTable, born } }
  })
}

/**
 * The only door by which this device's own words enter: every row and its outbox entry in one strict transaction, or
 * none of it. Resolves after the transaction completed, with the edits that take it back.
 * `ended`: what this save finishes, gone in the same transaction.
 * @throws StoreError; nothing was written then.
 */
export const save = async (space: Space, edits: readonly Edit[], ended: Ended = {}): Promise<Edit[]> => {
  try {
    const prose = edits.some((edit) => isProse(space, edit)) ? await loadTextEdits() : undefined
    const presumes = !prose && edits.every(({ born }) => born)
    const { undo, saved } = await write(space, edits, ended, presumes, prose).catch((error) => {
      if (!presumes) throw error
      return write(space, edits, ended, false)
    })
    tellSaved(space, saved)
    return undo
  } catch (error) {
    throw new StoreError(problemOf(error), error)
  }
}

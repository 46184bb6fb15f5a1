import type { Dexie } from 'dexie'
import type { Catalog } from '../domain/catalog.ts'
import type { FieldKind } from '../domain/field.ts'
import type { RecordType } from '../domain/record.ts'

type Row = Record<string, unknown>
type Check = (value: unknown) => boolean

const isText: Check = (value) => typeof value === 'string'
const isMany: Check = (value) => Array.isArray(value) && value.every(isText)
const isDay: Check = (value) =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\d/.test(value) && !Number.isNaN(Date.parse(value))

const checks: { readonly [K in FieldKind]?: Check } = {
  number: Number.isFinite,
  money: Number.isFinite,
  date: isDay,
  instant: isDay,
  yesNo: (value) => typeof value === 'boolean',
  choices: isMany,
  tags: isMany,
  links: isMany,
}
/** What stands where a row must hold something and holds nothing of its kind: visibly wrong, and open to be mended. */
const stead: { readonly [K in FieldKind]?: unknown } = { date: '1970-01-01', instant: '1970-01-01T00:00:00.000Z' }

/** Rows of one type as pages may trust them: what is not of its field's kind is absent; unknown fields stay. */
export const soundly = (type: RecordType) => {
  const fields = Object.entries(type.fields)
  const checkOf = new Map(fields.map(([name, { kind }]) => [name, checks[kind] ?? isText]))
  const must = [...checkOf.keys()].filter(
    (name) => !type.fields[name]?.optional && stead[type.fields[name]?.kind ?? 'text'],
  )
  // A deletion nobody can date is a deletion all the same.
  const instead = new Map(
    fields.flatMap(([name, { kind, optional }]) =>
      optional && name !== 'deletedAt' ? [] : [[name, stead[kind]] as const],
    ),
  )
  return (row: Row | undefined): Row | undefined => {
    if (!row) return row
    const wrong = Object.keys(row).filter((name) => row[name] !== undefined && checkOf.get(name)?.(row[name]) === false)
    const lacking = must.filter((name) => row[name] === undefined)
    const isPlaced = row.sort === undefined || isText(row.sort)
    if (wrong.length + lacking.length === 0 && isPlaced) return row
    const sound: Row = { ...row, ...(!isPlaced && { sort: String(row.sort) }) }
    for (const name of [...wrong, ...lacking]) {
      const value = instead.get(name)
      if (value === undefined) delete sound[name]
      else sound[name] = value
    }
    return sound
  }
}

/** A broken row, from a bug or an extension, must cost its own words and never the page it stands on. */
export const readSoundly = (db: Dexie, catalog: Catalog): void => {
  for (const table of db.tables) {
    if (!table.schema.idxByName.deletedAt) continue
    // The type may come after the space was opened, and before its first row is read.
    let check: ReturnType<typeof soundly> | undefined
    table.hook('reading', (row: Row | undefined) => {
      if (!check && catalog[table.name]) check = soundly(catalog[table.name] as RecordType)
      return check ? check(row) : row
    })
  }
}

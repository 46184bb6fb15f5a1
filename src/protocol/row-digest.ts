import type { OtherVersion } from '../domain/record.ts'
import type { FieldState, RowState } from './row-state.ts'

/** What the app keeps of a row beside its fields. */
export const rowMarks = 'id createdAt createdBy updatedAt updatedBy seq rev sort arrived versions'.split(' ')
const marks: ReadonlySet<string> = new Set(rowMarks)

type Versions = Readonly<Record<string, OtherVersion>>

/** Two numbers that each letter changes, as 40 bits: it finds what was lost on the way, not who would deceive. */
const digestOfText = (text: string): number => {
  let [one, other] = [0x2f0b4a11, 0x5bd1e995]
  for (let at = 0; at < text.length; at += 1) {
    const letter = text.charCodeAt(at)
    one = Math.imul(one ^ letter, 0x01000193)
    other = Math.imul(other, 31) + letter
    other ^= other >>> 15
  }
  return (one >>> 0) * 256 + (other & 255)
}

const told = (value: unknown) => JSON.stringify(Array.isArray(value) ? [...value].sort() : value)

const namesIn = (values: object) =>
  Object.keys(values)
    .filter((name) => !marks.has(name))
    .sort()
const fieldLine = (name: string, value: unknown) => `${name}=${told(value)}`
const versionLine = (name: string, { value, by, at, kept }: OtherVersion) =>
  JSON.stringify([name, value, by, at, kept.by, kept.at])

/** `fields`: in the order of their names. */
const digestOf = (table: string, row: string, fields: string[], versions: string[]) =>
  digestOfText([table, row].concat(fields, versions.sort()).join('\n'))

/** Of a row as a phone holds it; 0 for one that is deleted, which it may have forgotten. */
export const digestHere = (table: string, row: Record<string, unknown>): number => {
  if (row.deletedAt) return 0
  const names = namesIn(row).filter((name) => row[name] !== undefined)
  const fields = names.map((name) => fieldLine(name, row[name]))
  const versions = Object.entries((row.versions as Versions | undefined) ?? {}).map((one) => versionLine(...one))
  return digestOf(table, String(row.id), fields, versions)
}

/** Of the same row as the server holds it. */
export const digestThere = (table: string, row: string, { fields }: RowState): number => {
  if (fields.deletedAt && fields.deletedAt.v !== null) return 0
  const [values, versions]: [string[], string[]] = [[], []]
  for (const name of namesIn(fields)) {
    const { v, o } = fields[name] as FieldState
    if (v !== null && !(Array.isArray(v) && v.length === 0)) values.push(fieldLine(name, v))
    if (o) versions.push(versionLine(name, o))
  }
  return digestOf(table, row, values, versions)
}

/** Of many rows, in whatever order. */
export const withDigest = (sum: number, digest: number): number => (sum + digest) % 2 ** 48

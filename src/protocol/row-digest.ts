import type { OtherVersion } from '../domain/record.ts'
import type { RowState } from './row-state.ts'

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

const digestOf = (table: string, row: string, values: Record<string, unknown>, versions: Versions | undefined) => {
  const fields = Object.keys(values).filter((name) => !marks.has(name) && values[name] !== undefined)
  const others = Object.entries(versions ?? {}).map(([name, { value, by, at, kept }]) =>
    JSON.stringify([name, value, by, at, kept.by, kept.at]),
  )
  return digestOfText(
    [table, row, ...fields.sort().map((name) => `${name}=${told(values[name])}`), ...others.sort()].join('\n'),
  )
}

/** Of a row as a phone holds it; 0 for one that is deleted, which it may have forgotten. */
export const digestHere = (table: string, row: Record<string, unknown>): number =>
  row.deletedAt ? 0 : digestOf(table, String(row.id), row, row.versions as Versions | undefined)

/** Of the same row as the server holds it. */
export const digestThere = (table: string, row: string, { fields }: RowState): number => {
  if (fields.deletedAt && fields.deletedAt.v !== null) return 0
  const [values, versions]: [Record<string, unknown>, Record<string, OtherVersion>] = [{}, {}]
  for (const [name, { v, o }] of Object.entries(fields)) {
    if (v !== null && !(Array.isArray(v) && v.length === 0)) values[name] = v
    if (o) versions[name] = o
  }
  return digestOf(table, row, values, versions)
}

/** Of many rows, in whatever order. */
export const withDigest = (sum: number, digest: number): number => (sum + digest) % 2 ** 48

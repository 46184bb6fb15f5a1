import { digestThere } from '../protocol/row-digest.ts'
import type { FieldState, RowState } from '../protocol/row-state.ts'
import type { RowKey, WrittenRow } from './ledger.ts'

type Touch = [n: number, p: number, t: number, by: string, d: string, c: string, g?: number | null, heard?: 1 | 2]
type Packed = {
  r: [seq: number, by: string, at: number, heard?: number]
  b: [by: string, at: number, n: number, d: string, again?: number | undefined]
  t: Touch[]
  f: Record<string, [touch: number, v: FieldState['v'], o?: FieldState['o']]>
}

const heardOf = ({ h, s }: FieldState): 1 | 2 | undefined => (h ? 1 : s ? 2 : undefined)
const touchOf = (field: FieldState): Touch => {
  const { n, p, t, by, d, c, g } = field
  const heard = heardOf(field)
  if (heard) return [n, p, t, by, d, c, g ?? null, heard]
  return g === undefined ? [n, p, t, by, d, c] : [n, p, t, by, d, c, g]
}
const isOf = (field: FieldState, touch: Touch) =>
  touch[0] === field.n &&
  touch[1] === field.p &&
  touch[2] === field.t &&
  touch[5] === field.c &&
  touch[3] === field.by &&
  touch[4] === field.d &&
  (touch[6] ?? undefined) === field.g &&
  touch[7] === heardOf(field)

/** A row as it is stored: fields that one change touched share what is known of the touch, a third of the bytes. */
export const packed = ({ seq, by, at, born, again, heard, fields }: RowState): string => {
  const touches: Touch[] = []
  const f: Packed['f'] = {}
  for (const [name, field] of Object.entries(fields)) {
    // Few changes touch a row and each touches several fields: looked for, not hashed.
    const known = touches.findIndex((touch) => isOf(field, touch))
    const which = known < 0 ? touches.push(touchOf(field)) - 1 : known
    f[name] = field.o ? [which, field.v, field.o] : [which, field.v]
  }
  const text: Packed = {
    r: heard === undefined ? [seq, by, at] : [seq, by, at, heard],
    b: again === undefined ? [born.by, born.at, born.n, born.d] : [born.by, born.at, born.n, born.d, again],
    t: touches,
    f,
  }
  return JSON.stringify(text)
}

/** @throws when the text is none of ours. */
export const unpacked = (text: string): RowState => {
  const { r, b, t, f } = JSON.parse(text) as Packed
  const fields: RowState['fields'] = {}
  for (const [name, [touch, v, o]] of Object.entries(f)) {
    const known = t[touch]
    if (!known) throw new Error(`The field ${name} names a touch that is not there`)
    const [n, p, at, by, d, c, g, heard] = known
    fields[name] = {
      v,
      n,
      p,
      t: at,
      by,
      d,
      c,
      ...(typeof g === 'number' && { g }),
      ...(heard === 1 && { h: true as const }),
      ...(heard === 2 && { s: true as const }),
      ...(o && { o }),
    }
  }
  const born = { by: b[0], at: b[1], n: b[2], d: b[3] }
  return {
    ...{ seq: r[0], by: r[1], at: r[2], born },
    ...(b[4] !== undefined && { again: b[4] }),
    ...(r[3] !== undefined && { heard: r[3] }),
    fields,
  }
}

/** The only device that ever touched a row; null when there were several, or the server. */
const soleDevice = ({ born, again, fields }: RowState): string | null =>
  born.d !== '' && again === undefined && Object.values(fields).every(({ d, p }) => d === born.d && p === 0)
    ? born.d
    : null

/** A row as it is written, with what others look it up by. */
export const writtenRow = ({ table, row }: RowKey, state: RowState): WrittenRow => ({
  ...{ table, row, seq: state.seq, sole: soleDevice(state), state: packed(state) },
  digest: digestThere(table, row, state),
})

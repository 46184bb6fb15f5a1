import { digestThere } from '../protocol/row-digest.ts'
import type { FieldState, RowState } from '../protocol/row-state.ts'
import type { RowKey, WrittenRow } from './ledger.ts'

type Touch = [n: number, p: number, t: number, by: string, d: string, c: string, g?: number | null, h?: 1]
type Packed = {
  r: [seq: number, by: string, at: number, heard?: number]
  b: [by: string, at: number, n: number, d: string, again?: number | undefined]
  t: Touch[]
  f: Record<string, [touch: number, v: FieldState['v'], o?: FieldState['o']]>
}

const touchOf = ({ n, p, t, by, d, c, g, h }: FieldState): Touch => {
  if (h) return [n, p, t, by, d, c, g ?? null, 1]
  return g === undefined ? [n, p, t, by, d, c] : [n, p, t, by, d, c, g]
}
const isOf = ({ n, p, t, by, d, c, g, h }: FieldState, touch: Touch) =>
  touch[0] === n &&
  touch[1] === p &&
  touch[2] === t &&
  touch[5] === c &&
  touch[3] === by &&
  touch[4] === d &&
  (touch[6] ?? undefined) === g &&
  (touch[7] === 1) === (h === true)

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
    const [n, p, at, by, d, c, g, h] = known
    fields[name] = {
      v,
      n,
      p,
      t: at,
      by,
      d,
      c,
      ...(typeof g === 'number' && { g }),
      ...(h && { h: true as const }),
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

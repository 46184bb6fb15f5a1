import type { AnyRow } from '../../src/domain/record.ts'
import { rowMarks } from '../../src/protocol/row-digest.ts'
import type { RowState } from '../../src/protocol/row-state.ts'
import type { Looks } from './invariants.ts'
import { isWord, type Kept } from './known.ts'
import type { SimPhone } from './sim-phone.ts'
import type { World } from './world.ts'

/** A word that a phone showed when it heard of a restore, or that lay beside one. */
export type HeardWord = { campus: string; device: string; row: string; field: string; word: string }

const marks = new Set(rowMarks)
const wordsIn = (row: AnyRow): [string, unknown][] => [
  ...Object.entries(row)
    .filter(([name]) => !marks.has(name))
    .flatMap(([name, value]): [string, unknown][] =>
      name === 'body'
        ? String(value)
            .split(' ')
            .map((word) => [name, word])
        : [[name, value]],
    ),
  ...Object.entries(row.versions ?? {}).map(([name, { value }]): [string, unknown] => [name, value]),
]

export const wordsOn = ({ disk, campus, device }: SimPhone): HeardWord[] =>
  ['organisations', 'people', 'minutes'].flatMap((table) =>
    ([...disk.rowsOf(table).values()] as AnyRow[]).flatMap((row) =>
      wordsIn(row).flatMap(([field, word]) =>
        isWord(word) ? [{ campus, device: device(), row: row.id, field, word }] : [],
      ),
    ),
  )

type Held = { rows: ReadonlyMap<string, RowState>; changes: readonly Kept[] }

/**
 * What a phone had before it when it heard of a restore is at the server, in its place, beside it or in its past; or that
 * phone shows it among what is to be reviewed. A phone that was cleared since cannot say it.
 */
export const heardStands = (looks: Looks, world: World, { rows, changes }: Held, campus: string): void => {
  const past = new Set(
    changes.flatMap(({ row, fields, refused }) =>
      refused ? [] : Object.entries(JSON.parse(fields)).map(([field, value]) => `${row} ${field} ${value}`),
    ),
  )
  for (const { device, row, field, word } of world.heard.filter((one) => one.campus === campus)) {
    if (world.wiped.has(device)) continue
    const state = rows.get(row)?.fields[field]
    const isThere =
      field === 'body'
        ? world.prose.erased.has(word) || String(state?.v).split(' ').includes(word)
        : state?.v === word || state?.o?.value === word || past.has(`${row} ${field} ${word}`)
    const phone = world.phones.find((one) => one.device() === device)
    const isReviewed = [...(phone?.disk.rowsOf('refused').values() ?? [])].some(
      ({ change }) => (change as { fields: Record<string, unknown> }).fields[field] === word,
    )
    looks.holds('heard', isThere || isReviewed, () => `${word} of ${field} in ${row}, which ${device} had`)
  }
}

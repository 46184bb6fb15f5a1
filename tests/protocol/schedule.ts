import fc from 'fast-check'
import type { FieldChanges } from '../../src/protocol/change.ts'
import { type ModelPhone, modelPhone, type Server } from './model-phone.ts'

const DAY = 86_400_000
export const noon = Date.UTC(2026, 10, 22, 12)

const fields: fc.Arbitrary<FieldChanges> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ name: fc.constantFrom('A', 'B', 'C', null) }) },
  { weight: 2, arbitrary: fc.record({ role: fc.constantFrom('X', 'Y'), quiet: fc.constantFrom(1, 2) }) },
  { weight: 2, arbitrary: fc.record({ tags: fc.record({ add: fc.subarray(['t', 'u']), drop: fc.subarray(['v']) }) }) },
  { weight: 1, arbitrary: fc.record({ tags: fc.record({ add: fc.subarray(['v']), drop: fc.subarray(['t', 'u']) }) }) },
  { weight: 2, arbitrary: fc.record({ deletedAt: fc.constantFrom('2026-11-22T10:00:00.000Z', null) }) },
)

/** What happens, one thing after the other: somebody edits, or a phone meets the network for one round trip. */
const step = fc.record({
  phone: fc.nat(2),
  row: fc.constantFrom('r1', 'r2', 'r3'),
  fields: fc.option(fields, { freq: 2 }),
  isLost: fc.boolean(),
  limit: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined, freq: 3 }),
  most: fc.integer({ min: 1, max: 4 }),
})
export type Step = ReturnType<typeof step.generate>['value']

export const schedule = fc.record({
  skews: fc.tuple(fc.constantFrom(0, DAY, -DAY), fc.constantFrom(0, DAY), fc.constant(0)),
  steps: fc.array(step, { minLength: 5, maxLength: 60 }),
})

/** Lives through it, then lets every phone speak until nothing is left to say. */
export const play = async (
  { skews, steps }: { skews: number[]; steps: Step[] },
  serverAt: (clock: () => number) => Server,
): Promise<ModelPhone[]> => {
  let time = noon
  const server = serverAt(() => time)
  const phones = skews.map((skew, at) => modelPhone(`device-${at}`, () => time + skew))
  for (const { phone: at, row, fields, isLost, limit, most } of steps) {
    time += 1_000
    const phone = phones[at]
    if (fields) phone?.edit('people', row, fields)
    else await phone?.sync(server, { isLost, limit, most })
  }
  // Twice: what the last one sent, the first has to hear.
  for (const phone of [...phones, ...phones]) {
    do {
      time += 1_000
      await phone.sync(server)
    } while (!phone.isDone())
  }
  return phones
}

/** What a phone shows of a row, whatever the order of its tags. */
export const shownOn = (phone: ModelPhone, row: string): object | undefined => {
  const shown = phone.rows.get(`people/${row}`)
  if (!shown) return undefined
  const { name, role, quiet, tags, deletedAt, versions = {} } = shown
  const values = { name, role, quiet, tags: [...((tags as string[]) ?? [])].sort(), deletedAt }
  return { ...values, versions: JSON.parse(JSON.stringify(versions)) }
}

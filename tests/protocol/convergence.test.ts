import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { RowState } from '../../src/protocol/row-state.ts'
import { modelServer } from './model-server.ts'
import { play, schedule, shownOn } from './schedule.ts'

const value = (state: RowState, name: string) => state.fields[name]?.v ?? undefined

/** What the server holds, as a phone would show it. */
const shownBy = (state: RowState | undefined) => {
  if (!state) return undefined
  const versions = Object.entries(state.fields).flatMap(([name, { o }]) => {
    if (!o) return []
    const { n: _, ...version } = o
    return [[name, version]]
  })
  const [name, role, quiet, deletedAt] = ['name', 'role', 'quiet', 'deletedAt'].map((one) => value(state, one))
  const tags = [...((value(state, 'tags') as string[] | undefined) ?? [])].sort()
  return { name, role, quiet, tags, deletedAt, versions: Object.fromEntries(versions) }
}

test('whatever the order of edits, losses and clocks, every phone ends with what the server holds', async () => {
  await fc.assert(
    fc.asyncProperty(schedule, async (what) => {
      let rows: ReturnType<typeof modelServer>['rows'] = new Map()
      const phones = await play(what, (clock) => {
        const server = modelServer(clock)
        rows = server.rows
        return server
      })
      for (const row of ['r1', 'r2', 'r3'])
        for (const phone of phones) expect(shownOn(phone, row)).toEqual(shownBy(rows.get(`people/${row}`)?.state))
    }),
    { numRuns: 1_000 },
  )
}, 120_000)

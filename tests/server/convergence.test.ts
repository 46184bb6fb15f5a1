import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { wholeCatalog as catalog } from '../../src/domain/whole-catalog.ts'
import { sync } from '../../src/server/sync.ts'
import { syncAsk } from '../../src/server/sync-ask.ts'
import type { Server } from '../protocol/model-phone.ts'
import { play, schedule, shownOn } from '../protocol/schedule.ts'
import { type Kept, openKept } from './kept.ts'

let kept: Kept
let time = () => 0
beforeAll(async () => {
  kept = await openKept()
})
afterAll(() => kept?.close())

/** The real rule over the real ledger, a campus of its own for each schedule. */
const realServer = async (campus: string): Promise<Server> => {
  await kept.ledger.addCampus({ id: campus })
  for (const device of ['device-0', 'device-1', 'device-2'])
    await kept.ledger.write(campus, async (at) => {
      await at.addDevice({ id: device, member: `by-${device}`, name: device })
      await at.putSession(device, `${campus}-${device}`)
    })
  return {
    sync: async (device, request) => {
      const asker = { device, digest: `${campus}-${device}` }
      // The clock of the schedule is years from that of the sessions.
      const parts = { ledger: kept.ledger, catalog, now: time }
      return (await sync(parts, campus, asker, syncAsk.parse(request))).reply
    },
  }
}

test('over the real ledger too, phones end alike and every typed value can be read', async () => {
  await fc.assert(
    fc.asyncProperty(schedule, async (what) => {
      const campus = randomUUID()
      const server = await realServer(campus)
      const phones = await play(what, (clock) => {
        time = clock
        return server
      })
      for (const row of ['r1', 'r2', 'r3']) {
        const views = phones.map((phone) => shownOn(phone, row))
        for (const view of views) expect(view).toEqual(views[0])
        const key = { table: 'people', row, field: 'name' }
        const history = await kept.ledger.read(campus, (at) => at.history(key, Number.MAX_SAFE_INTEGER, 1_000))
        const typed = phones.flatMap(({ outbox }) => outbox.filter((one) => one.row === row && 'name' in one.fields))
        expect(history.map(({ change }) => String(change)).sort()).toEqual(
          typed.map(({ fields }) => String(fields.name)).sort(),
        )
      }
    }),
    { numRuns: 60 },
  )
}, 120_000)

import { performance } from 'node:perf_hooks'
import { setTimeout as wait } from 'node:timers/promises'
import type { News } from '../src/protocol/sync-message.ts'
import { type Contact, makeContacts } from './contact-rows.ts'
import { type Figure, ms } from './figure.ts'
import { type LoadPhone, loadPhone, spreadOfOne } from './load-phone.ts'
import { nameOf, type Served, type Setting } from './load-servers.ts'
import { spreadOf } from './spread.ts'

/** A phone comes back with so many changes: a day at a fair, a tenth of them to contacts that all have. */
const changes = 200
const [people, structures, edits, shared] = [80, 20, 20, 100]
/** So many single changes are followed to all other phones. */
const singles = 20

const noteAll = (phone: LoadPhone, rows: readonly Contact[]) => {
  for (const { table, row, fields } of rows) phone.mint(table, row, fields)
}
/** Of what was noted, what a phone that has heard all was not told as it was noted. */
const missing = (noted: readonly Contact[], heard: ReadonlyMap<string, News>) =>
  noted.filter(({ row, fields }) => {
    const there: Record<string, unknown> = heard.get(row)?.fields ?? {}
    return Object.entries(fields).some(([name, value]) => there[name] !== value)
  }).length

/** In ms: who hears nothing for so long hears nothing more. */
const patience = 60_000
/** Until these phones stand at this number; or further, or nowhere near, for good. */
const standing = async (phones: readonly LoadPhone[], at: number) => {
  const stand = () => phones.map(({ cursor }) => cursor())
  for (let [since, before] = [performance.now(), '']; performance.now() - since < patience; await wait(100)) {
    const now = stand()
    if (now.every((one) => one === at)) return
    if (String(now) !== before) since = performance.now()
    before = String(now)
  }
}

/** Phones of one space come back at once and stay. */
export const measureReturn = async (setting: Setting, served: Served): Promise<Figure[]> => {
  const { seats, urlOf, peak } = served
  const heard = new Map<string, News>()
  const [reader, ...phones] = seats.map((seat, n) =>
    loadPhone(seat, urlOf(n), n === 0 ? (news) => heard.set(news.row, news) : undefined),
  )
  if (!reader) throw new Error('Nobody is there')
  const begun = makeContacts(shared, 0, 1).filter(({ table }) => table === 'people')
  noteAll(reader, begun)
  const done = reader.done()
  await reader.wake()
  await done

  const noted = phones.map((_, n) => makeContacts(people, structures, n + 2))
  for (const [n, phone] of phones.entries()) {
    noteAll(phone, noted[n] ?? [])
    for (let at = 0; at < edits; at += 1) {
      const of = begun[(n + at) % shared]?.row ?? ''
      phone.mint('people', of, { position: `Vu par ${n}` })
    }
  }
  const busy = performance.eventLoopUtilization()
  const idle = served.worked()
  const start = performance.now()
  const took = await Promise.all(
    phones.map(async (phone) => {
      const acked = phone.acked()
      void phone.wake()
      await acked
      return performance.now() - start
    }),
  )
  const { utilization } = performance.eventLoopUtilization(busy)
  const troubles = phones.reduce((sum, phone) => sum + phone.troubles(), 0)
  const worked = served.worked() - idle
  // Each change takes one number of the campus, and so did each who entered.
  const sent = phones.length * changes
  const last = seats.length + begun.length + sent
  // The reader alone is told all: for everybody at once that is hundreds of times as much, and nobody waits for it.
  const { epoch } = await reader.state()
  for (const phone of phones) phone.skipTo({ cursor: last, ...(epoch !== undefined && { epoch }) })
  await standing([reader], last)
  const lost = missing(noted.flat(), heard) + phones.reduce((sum, phone) => sum + phone.refused(), 0)
  const twice = reader.cursor() - last

  await standing([reader, ...phones], reader.cursor())
  const arrivals: number[] = []
  for (let n = 0; n < singles; n += 1) {
    const from = phones[n % phones.length] as LoadPhone
    const others = [reader, ...phones].filter((phone) => phone !== from)
    arrivals.push(...(await spreadOfOne(from, others, { name: `Zoé Essai ${n}` })))
  }
  for (const phone of [reader, ...phones]) phone.stop()
  const [spread, memory] = [spreadOf(took), peak()]
  return [
    {
      name: `${phones.length} phones × ${changes}, ${nameOf(setting)}`,
      start: 'all phones come back at once, each with its changes',
      end: 'a phone hears that the last of its changes is acknowledged',
      ours: ms(spread),
      budget: 'p95 ≤ 10 s',
      kept: spread.p95 <= 10_000,
    },
    {
      name: '… changes',
      start: 'the same',
      end: 'all are acknowledged',
      ours: `${Math.round((sent / Math.max(...took)) * 1_000)} /s, ${lost} lost, ${twice} twice`,
      budget: '0 lost, 0 twice',
      kept: lost === 0 && twice === 0,
    },
    {
      name: '… the phones’ side',
      start: 'the same',
      end: 'the same: all phones are one process, whose time is in the figures; a round in vain was not heard in time',
      ours: `${(utilization * 100).toFixed(0)} % busy, ${troubles} in vain`,
      budget: 'told',
    },
    {
      name: '… the server’s side',
      start: 'the same',
      end: 'the same: processor time of all its processes, without those of PostgreSQL',
      ours: `${worked.toFixed(1)} s of work`,
      budget: 'told',
    },
    {
      name: '… memory of a server process',
      start: 'its start',
      end: 'the end of these, at its highest; of several, the largest',
      ours: `${memory.toFixed(0)} MB`,
      budget: '≤ 300 MB',
      kept: memory <= 300,
    },
    {
      name: '… one change, to each other phone',
      start: 'the save on one phone, all others open',
      end: 'its row has come to another phone',
      ours: ms(spreadOf(arrivals)),
      budget: 'told',
    },
  ]
}

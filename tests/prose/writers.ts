import type { Dexie } from 'dexie'
import { schemaVersion } from '../../src/protocol/schema-version.ts'
import { docOf, readingOf } from '../../src/protocol/text-doc.ts'
import { unpacked } from '../../src/server/row-text.ts'
import { ledgerIn } from '../../src/server/sql/ledger.ts'
import { type HeldText, textKey } from '../../src/store/held-text.ts'
import { noMerges } from '../../src/store/merges.ts'
import { trimOutbox } from '../../src/store/outbox.ts'
import type { Space } from '../../src/store/space.ts'
import { openTyping } from '../../src/store/typing.ts'
import type { Transport } from '../../src/sync/answer.ts'
import { firstSize } from '../../src/sync/batch-size.ts'
import { believed } from '../../src/sync/believe.ts'
import { syncRound } from '../../src/sync/round.ts'
import { syncStoreOf } from '../../src/sync/sync-store.ts'
import type { Chance } from '../simulation/chance.ts'
import { sqlite } from '../simulation/engines.ts'
import { memoryDb, memoryDisk } from '../simulation/memory-db.ts'
import { simServer } from '../simulation/sim-server.ts'
import { catalog } from './minutes.ts'

const campus = 'campus'
export const place = { table: 'minutes', row: 'm-1', field: 'body' }
const key = textKey(place.table, place.row, place.field)
const DAY = 86_400_000

/** The real rule of the server over a real database; and what it holds of the one text. */
export const openCampus = async () => {
  let at = Date.UTC(2026, 10, 28, 9)
  const now = () => at
  const { database, discard } = await sqlite()
  const ledger = ledgerIn(database, now)
  await ledger.addCampus({ id: campus, name: null, kind: null } as never)
  const server = await simServer({ database, ledger }, [campus], { now, fell: () => {}, catalog })
  const held = () =>
    ledger.read(campus, async (at) => {
      const [row] = await at.rows([place])
      const state = await at.text(place)
      return {
        reads: String((row && unpacked(row.state).fields.body?.v) ?? ''),
        document: readingOf(docOf(state === undefined ? [] : [state])),
        updates: (await at.updates(place, 0)).map(({ update }) => update),
      }
    })
  return {
    ...{ server, held, close: discard, now },
    pass: (days: number) => {
      at += days * DAY
    },
  }
}
export type Campus = Awaited<ReturnType<typeof openCampus>>

/** A phone with the app's own store, sync and typing, its disk in memory. `isLost`: whether an answer is. */
export const openWriter = async ({ server, now }: Campus, name: string, chance: Chance, isLost: () => boolean) => {
  const disk = memoryDisk()
  const space = {
    ...{
      db: memoryDb(
        disk,
        () => {},
        () => {},
      ) as unknown as Dexie,
      catalog,
      kind: 'own' as const,
    },
    ...{ install: name, device: name, me: name, now, newId: () => place.row, merges: noMerges() },
    newChangeId: () => chance.next().toString(36).slice(2, 12),
  } satisfies Space
  disk.rowsOf('meta').set('birth', { key: 'birth', install: name, device: name, me: name, kind: 'own', createdAt: '' })
  disk.rowsOf('meta').set('mark', { key: 'mark', install: name, lastChange: 0, rev: 0, minWriter: schemaVersion })
  await server.enter(campus, name, name)
  const onDisk = () => disk.rowsOf('texts').get(key) as HeldText | undefined
  const transport: Transport = async (request) => {
    const { heard } = await server.handle(campus, name, JSON.stringify(request))
    if (!heard || isLost()) return { kind: 'no-network', isSlow: true }
    return believed(heard, request.rid, now())
  }
  const sit = () => openTyping(space, place, onDisk())
  // Two tabs of one phone.
  const tabs = [sit(), sit()] as [ReturnType<typeof sit>, ReturnType<typeof sit>]
  const look = () => {
    const held = onDisk()
    if (held) for (const tab of tabs) tab.take(held)
  }
  return {
    space,
    tabs,
    look,
    /** Whoever sat there gets up, and somebody sits down. */
    sitAgain: (at: 0 | 1) => {
      tabs[at] = sit()
    },
    reads: () => String(disk.rowsOf('minutes').get(place.row)?.body ?? ''),
    document: () => readingOf(docOf(onDisk()?.updates ?? [])),
    /** What was acknowledged long ago is forgotten. */
    trim: () => trimOutbox(space),
    refused: () => disk.rowsOf('refused').size,
    sync: async () => {
      const end = await syncRound({
        ...{ store: syncStoreOf(space), transport, clock: now, elapsed: now, random: chance.next },
        ...{ link: { size: firstSize }, signal: new AbortController().signal, progress: () => {} },
      })
      look()
      return end.trouble === undefined
    },
  }
}
export type Writer = Awaited<ReturnType<typeof openWriter>>

import type { Change } from '../../src/protocol/change.ts'
import type { SyncRequest } from '../../src/protocol/sync-message.ts'
import { rowOf } from '../../src/store/read.ts'
import type { Space } from '../../src/store/space.ts'
import { birth, editOf, save } from '../../src/store/write.ts'
import type { Answer, Transport } from '../../src/sync/answer.ts'
import { firstSize, type Size } from '../../src/sync/batch-size.ts'
import { syncRound } from '../../src/sync/round.ts'
import { syncStoreOf } from '../../src/sync/sync-store.ts'
import { wholeRound } from '../../src/sync/whole-round.ts'
import { testSpace } from '../store/test-space.ts'
import type { Campus } from './made-campus.ts'

/** What happens to one request on its way: an answer in its place, or `lost` after the server has taken it. */
export type Fate = (request: SyncRequest) => Answer | 'lost' | undefined | Promise<undefined>

/** A phone with its own database, its requests and what befalls them. */
export const madePhone = async (
  campus: Campus,
  now: () => number = () => 1_800_000_000_000,
  elapsed: () => number = now,
) => {
  const space = await testSpace({ now })
  const requests: SyncRequest[] = []
  const link: { size: Size } = { size: firstSize }
  let fate: Fate = () => undefined
  const reach = (request: SyncRequest): Answer => ({
    kind: 'reply',
    reply: campus.answer(space.device, space.me, request),
  })
  const transport: Transport = async (request) => {
    requests.push(request)
    const befallen = await fate(request)
    if (befallen === 'lost') {
      reach(request)
      return { kind: 'no-network', isSlow: true }
    }
    return befallen ?? reach(request)
  }
  const parts = () => ({
    ...{ store: syncStoreOf(space), transport, clock: now, elapsed, random: () => 0.5, link },
    ...{ signal: new AbortController().signal, progress: () => {} },
  })
  return {
    space,
    requests,
    link,
    meets(next: Fate) {
      fate = next
    },
    sync: () => syncRound(parts()),
    /** With what follows a round that ended well. */
    syncAndCheck: () => wholeRound(space, parts()),
    ...notebook(space),
  }
}
export type Phone = Awaited<ReturnType<typeof madePhone>>

/** What a person does on a phone. */
const notebook = (space: Space) => ({
  async notes(name: string, values: Record<string, unknown> = {}) {
    const born = birth(space, 'people', { name, ...values })
    await save(space, [born])
    return born.row
  },
  async edits(row: string, values: Record<string, unknown>) {
    const present = await rowOf(space, 'people', row)
    const edit = present && editOf('people', present, values)
    if (edit) await save(space, [edit])
  },
  person: (row: string) => rowOf(space, 'people', row),
  outbox: () => space.db.table<Change, number>('outbox').toArray(),
})

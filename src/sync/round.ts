import type { Change } from '../protocol/change.ts'
import {
  protocolNumber,
  type SentChange,
  type SyncReply,
  type SyncRequest,
  usualPage,
} from '../protocol/sync-message.ts'
import { StoreError } from '../store/problem.ts'
import type { Received } from '../store/receive.ts'
import type { SyncState, Trouble } from '../store/sync-state.ts'
import type { Answer, Transport } from './answer.ts'
import { brokenOff, fitted, grown, halved, type Size } from './batch-size.ts'
import { newRid } from './new-rid.ts'
import { readAhead } from './read-ahead.ts'
import type { SyncStore } from './sync-store.ts'

export type RoundParts = {
  store: SyncStore
  transport: Transport
  /** Ms since 1970. */
  clock: () => number
  /** Ms since some moment. */
  elapsed: () => number
  /** From 0 to 1. */
  random: () => number
  /** What the link was found to bear; outlives the round. */
  link: { size: Size }
  signal: AbortSignal
  /** Called whenever the round has got further. */
  progress: () => void
}

/** How a round ended: well, or for what reason it did not, and what the server asked to wait, in ms. */
export type RoundEnd = { readonly trouble?: Trouble; readonly retryAfter?: number | undefined }

const requestOf = (state: SyncState, changes: readonly SentChange[], size: Size, rid: string): SyncRequest => {
  const first = changes[0]?.n ?? 0
  // A number that is missing below the first one to send is missing for good.
  const gone = Math.max(state.gone, first > state.acked + 1 ? first - 1 : 0)
  return {
    p: protocolNumber,
    rid,
    ...(state.epoch !== undefined && { epoch: state.epoch }),
    cursor: state.cursor,
    ...(state.since !== undefined && { since: state.since }),
    ...(state.whole && { whole: true }),
    // How much a good link bears matters while pages are left.
    ...((state.left !== undefined || size.rows < usualPage) && { limit: size.rows }),
    ...(gone > 0 && { gone }),
    ...(changes.length > 0 && { changes: [...changes] }),
  }
}

/** The server's clock minus this one, in ms; no surer than a second, and said with every change. */
const clockOffset = (now: number, heardAt: number, took: number) =>
  Math.round((now - (heardAt - took / 2)) / 1_000) * 1_000

/** `took`: the round trip, in ms; `heardAt`: by this phone's clock. */
type Told = { readonly answer: Answer; readonly took: number; readonly heardAt: number }
type Asking = { readonly request: SyncRequest; readonly told: Promise<Told> }
const isSame = (one: SyncRequest, other: SyncRequest) =>
  JSON.stringify({ ...one, rid: '' }) === JSON.stringify({ ...other, rid: '' })
/** Where the phone will stand once this page is kept; undefined when it is the last, or the first after a restore. */
const nextPage = (before: SyncState, { epoch, cursor, left }: SyncReply): SyncState | undefined => {
  const isRestored = epoch !== undefined && before.epoch !== undefined && epoch !== before.epoch
  if (left === undefined || isRestored) return undefined
  return { ...before, ...(epoch !== undefined && { epoch }), cursor, since: before.since ?? before.cursor, left }
}

const weightOf = (changes: readonly Change[]) => JSON.stringify(changes).length

const troubleOf = (answer: Exclude<Answer, { kind: 'reply' }>): Trouble =>
  answer.kind === 'busy' || answer.kind === 'too-large' ? 'server' : answer.kind

/** Nothing of what came is kept where there is no room for it. */
const unlessFull = (error: unknown): undefined => {
  if (!(error instanceof StoreError && error.problem === 'full')) throw error
}

const isStill = (before: SyncState, { state, isTaken }: Received, changes: readonly Change[]) =>
  isTaken &&
  state.epoch === before.epoch &&
  state.acked === before.acked &&
  state.cursor === before.cursor &&
  (changes.length > 0 || state.left !== undefined)

/**
 * Pushes and pulls until the outbox is empty and the cursor is the server's. Every request may be lost, repeated or
 * answered by somebody else: what the phone knows changes only with a reply that is believed, in one transaction.
 */
export const syncRound = async (parts: RoundParts): Promise<RoundEnd> => {
  const { store, transport, clock, elapsed, random, link, signal, progress } = parts
  const ask = (request: SyncRequest): Asking => {
    const sentAt = elapsed()
    const told = transport(request, signal).then((answer) => ({ answer, took: elapsed() - sentAt, heardAt: clock() }))
    return { request, told }
  }
  const reading = readAhead(store)
  let restores = 0
  let ahead: Asking | undefined
  for (;;) {
    // 1. Where the phone stands, and what it has to say next.
    const before = await store.state()
    const changes = await reading.batch(before, link.size)
    if (signal.aborted) return {}

    // 2. One request: these changes up, a page of news down.
    const sent = changes.map(({ device: _, ...change }) => change)
    const request = requestOf(before, sent, link.size, newRid(random))
    const asking = ahead && isSame(ahead.request, request) ? ahead : ask(request)
    ahead = undefined
    reading.begin(changes, link.size)
    const { answer, took, heardAt } = await asking.told
    if (signal.aborted) return {}

    // 3. Too much at once: half of it, down to one. One change too large for our server is set aside, for the person to see.
    const [only] = changes
    if (answer.kind === 'too-large' && only && (changes.length > 1 || answer.isOurs)) {
      if (changes.length === 1) await store.setAside(only)
      link.size = fitted(link.size, weightOf(changes), answer.maxBytes)
      continue
    }

    // 4. No reply: nothing leaves the outbox, the cursor stays, the reason is told.
    if (answer.kind !== 'reply') {
      if (answer.kind === 'no-network')
        link.size = answer.isSlow ? halved(link.size, changes.length) : brokenOff(link.size, weightOf(changes))
      const trouble = troubleOf(answer)
      await store.keepTrouble(trouble)
      return { trouble, ...(answer.kind === 'busy' && { retryAfter: answer.retryAfter }) }
    }

    // 5. A reply: rows, acknowledgements and cursor are kept together. Where pages are all that is left, the next is on its
    // way meanwhile; it counts only if it is what would be asked then.
    link.size = grown(link.size, took)
    const next = changes.length === 0 && nextPage(before, answer.reply)
    if (next) ahead = ask(requestOf(next, [], link.size, newRid(random)))
    const offset = clockOffset(answer.reply.now, heardAt, took)
    const received = await store.receive(answer.reply, { ...request, changes: sent, offset }).catch(unlessFull)
    if (!received) {
      // There may be none for this either.
      await store.keepTrouble('full').catch(() => {})
      return { trouble: 'full' }
    }
    reading.kept(answer.reply, received)
    progress()

    // 6. Nothing is left, either way: the round is over. Else it goes on, unless the server answers and nothing moves.
    if (received.isDone) return {}
    if (received.state.epoch !== before.epoch && before.epoch !== undefined) restores += 1
    if (restores > 2 || isStill(before, received, changes)) {
      await store.keepTrouble('server')
      return { trouble: 'server' }
    }
  }
}

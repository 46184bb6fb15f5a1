import { expect, onTestFinished, test, vi } from 'vitest'
import { startSync } from '../../src/sync/start.ts'
import { testSpace } from '../store/test-space.ts'
import { madeCampus } from './made-campus.ts'
import { madeTime } from './made-time.ts'

const seen = (is: boolean) => {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(is ? 'visible' : 'hidden')
  document.dispatchEvent(new Event('visibilitychange'))
}
const tab = async (time = madeTime(Date.now())) => {
  onTestFinished(() => void vi.restoreAllMocks())
  const [campus, space] = [madeCampus(), await testSpace()]
  await space.db
    .table('meta')
    .put({ key: 'enrolment', campus: 'c1', name: 'C', kind: 'campus', role: 'member', at: 'now' })
  const made = { requests: 0, listening: 0 }
  const sync = startSync(
    space,
    async () => false,
    () => ({
      ...time,
      random: () => 0.5,
      locks: navigator.locks,
      bring: async () => ({ kind: 'server' }),
      listen: () => {
        made.listening += 1
        return { readyState: 1, addEventListener: () => {}, close: () => (made.listening -= 1) } as never
      },
      transport: async (request) => {
        made.requests += 1
        return { kind: 'reply', reply: campus.answer(space.device, space.me, request) }
      },
    }),
  )
  onTestFinished(() => sync.stop())
  await expect.poll(() => made).toEqual({ requests: 1, listening: 1 })
  return made
}

test('a round begins when the phone says that the network is back', async () => {
  const made = await tab()
  dispatchEvent(new Event('online'))
  await expect.poll(() => made.requests).toBe(2)
})

test('in the background nothing is heard or asked; back in the foreground both begin at once', async () => {
  const made = await tab()
  seen(false)
  expect(made.listening).toBe(0)
  dispatchEvent(new Event('online'))
  await new Promise((done) => setTimeout(done, 50))
  expect(made.requests).toBe(1)
  seen(true)
  await expect.poll(() => made).toEqual({ requests: 2, listening: 1 })
})

test('a page that is left falls silent, and speaks again when it is come back to', async () => {
  const made = await tab()
  dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))
  expect(made.listening).toBe(0)
  dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))
  await expect.poll(() => made).toEqual({ requests: 2, listening: 1 })
})

test('a round is good though the map of databases cannot be asked after it', async () => {
  const time = madeTime(Date.now())
  let refused = 0
  const { transaction } = IDBDatabase.prototype
  vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (this: IDBDatabase, ...asked) {
    if (this.name !== 'maillage') return transaction.apply(this, asked)
    refused += 1
    throw new DOMException('', 'UnknownError')
  })
  const made = await tab(time)
  // What failed is tried over a second connection before it is given up.
  await expect.poll(() => refused).toBe(2)
  await time.pass(2_000)
  await new Promise((done) => setTimeout(done, 50))
  expect(made.requests).toBe(1)
})

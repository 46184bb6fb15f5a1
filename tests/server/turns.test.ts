import { randomUUID } from 'node:crypto'
import { expect, onTestFinished, test, vi } from 'vitest'
import { messageType } from '../../src/protocol/sync-message.ts'
import { openTurns } from '../../src/server/turns.ts'
import { houseOfTwo } from './test-phone.ts'

const gate = () => {
  let open = () => {}
  const opened = new Promise<void>((go) => {
    open = go
  })
  return { open, opened }
}
const line = { destroyed: false }
/** Long enough for a word to cross the line. */
const pause = () => new Promise((done) => setTimeout(done, 500))
const settled = () => new Promise((done) => setImmediate(done))

test('who only fetches waits until nobody of the campus brings any more', async () => {
  const turns = openTurns()
  const [first, later] = [gate(), gate()]
  const order: string[] = []
  const bring = ({ opened }: ReturnType<typeof gate>, what: string) =>
    turns.bring('c', line, async () => {
      await opened
      order.push(what)
    })
  const brought = bring(first, 'brought')
  const fetched = turns.fetch('c', line, async () => void order.push('fetched'))
  const afterwards = bring(later, 'brought later')
  first.open()
  await brought
  await settled()
  expect(order).toEqual(['brought'])
  later.open()
  await Promise.all([afterwards, fetched])
  expect(order).toEqual(['brought', 'brought later', 'fetched'])
})

test('where there is no end of those who bring, who fetches is answered before they give up', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  onTestFinished(() => void vi.useRealTimers())
  const turns = openTurns()
  const { open, opened } = gate()
  const brought = turns.bring('c', line, () => opened)
  let isTold = false
  const fetched = turns.fetch('c', line, async () => {
    isTold = true
  })
  await vi.advanceTimersByTimeAsync(9_000)
  expect(isTold).toBe(false)
  await vi.advanceTimersByTimeAsync(2_000)
  expect(isTold).toBe(true)
  open()
  await Promise.all([brought, fetched])
})

test('a crowd of one campus keeps nobody of another waiting, and what fails keeps nobody', async () => {
  const turns = openTurns()
  const { open, opened } = gate()
  const failing = turns.bring('c', line, () => opened.then(() => Promise.reject(new Error('no'))))
  expect(await turns.fetch('d', line, async () => 'here')).toBe('here')
  const fetched = turns.fetch('c', line, async () => 'here')
  open()
  await expect(failing).rejects.toThrow('no')
  expect(await fetched).toBe('here')
})

test('four at once are told what they fetch', async () => {
  const turns = openTurns()
  let [now, most] = [0, 0]
  const fetched = Array.from({ length: 20 }, (_, n) =>
    turns.fetch(`c${n % 3}`, line, async () => {
      now += 1
      most = Math.max(most, now)
      await settled()
      now -= 1
      if (n % 5 === 0) throw new Error('no')
    }),
  )
  const ends = await Promise.allSettled(fetched)
  expect([most, now, ends.filter(({ status }) => status === 'rejected').length]).toEqual([4, 0, 4])
})

test('in a crowd each is told little with the word that its own is safe', async () => {
  const turns = openTurns()
  const { open, opened } = gate()
  const told: (number | undefined)[] = []
  const brought = Array.from({ length: 12 }, () =>
    turns.bring('c', line, async (most) => {
      told.push(most)
      await opened
    }),
  )
  await settled()
  expect(told).toHaveLength(4)
  open()
  await Promise.all(brought)
  expect(told.filter((most) => most === undefined)).toHaveLength(8)
  expect(told.slice(8)).toEqual([10, 10, 10, 10])
  await turns.bring('c', line, async (most) => void told.push(most))
  expect(told.at(-1)).toBe(undefined)
})

test('nothing is done for who gave up before their turn', async () => {
  const turns = openTurns()
  const { open, opened } = gate()
  const before = Array.from({ length: 4 }, () => turns.bring('c', line, () => opened))
  const leaving = { destroyed: false }
  let isDone = false
  const given = turns.bring('c', leaving, async () => {
    isDone = true
  })
  leaving.destroyed = true
  open()
  await expect(given).rejects.toThrow('invalid')
  await Promise.all(before)
  expect(isDone).toBe(false)
})

test('the server sees that a phone gave up waiting, and takes what it brings again', async () => {
  const { house, a, b } = await houseOfTwo()
  onTestFinished(() => house.close())
  const { ledger } = house
  const { open, opened } = gate()
  let [begun, looked] = [0, 0]
  house.house.ledger = {
    ...ledger,
    read: (campus, act) => {
      looked += 1
      return ledger.read(campus, act)
    },
    write: async (campus, act) => {
      begun += 1
      await opened
      return ledger.write(campus, act)
    },
  }
  const before = Array.from({ length: 4 }, () => b.sync({ changes: [b.change('people', randomUUID(), { name: 'x' })] }))
  await expect.poll(() => begun).toBe(4)
  const row = randomUUID()
  const body = { p: 1, rid: 'r', cursor: 0, changes: [a.change('people', row, { name: 'Nadia' })] }
  const gone = new AbortController()
  const asked = fetch(`${house.url}/api/c/${a.campus}/sync`, {
    ...{ method: 'POST', body: JSON.stringify(body), signal: gone.signal },
    headers: { ...a.headers, 'content-type': messageType },
  })
  await expect.poll(() => looked).toBe(5)
  await pause()
  gone.abort()
  await expect(asked).rejects.toThrow()
  await pause()
  open()
  await Promise.all(before)
  await expect.poll(() => house.lines.filter((told) => told.includes('/sync 400'))).toHaveLength(1)
  expect(begun).toBe(4)
  expect((await a.sync(body)).body.acked).toBe(1)
  expect(await ledger.read(a.campus, (at) => at.rows([{ table: 'people', row }]))).toHaveLength(1)
})

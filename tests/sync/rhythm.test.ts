import { expect, test } from 'vitest'
import { backoff } from '../../src/sync/backoff.ts'
import { openRhythm } from '../../src/sync/rhythm.ts'
import type { RoundEnd } from '../../src/sync/round.ts'
import { madeTime } from './made-time.ts'

const second = 1_000
const minute = 60 * second

/** A rhythm whose rounds end when the test says so, or at once. */
const made = (ends?: () => RoundEnd) => {
  const time = madeTime()
  const rounds: { at: number; signal: AbortSignal; progress: () => void; end: (end: RoundEnd) => void }[] = []
  const start = time.clock()
  const rhythm = openRhythm({
    ...time,
    random: () => 0.5,
    round: (signal, progress) =>
      new Promise((end) => {
        rounds.push({ at: time.clock() - start, signal, progress, end })
        if (ends) end(ends())
      }),
  })
  return { ...time, rhythm, rounds, times: () => rounds.map(({ at }) => at) }
}

test('a round begins when the app is seen, after each save and when the server has news', async () => {
  const { rhythm, rounds, pass } = made(() => ({}))
  rhythm.wake()
  await pass(second)
  rhythm.saved()
  await pass(second)
  rhythm.nudge()
  await pass(second)
  expect(rounds).toHaveLength(3)
  await pass(minute)
  expect(rounds).toHaveLength(3)
})

test('there is one round at a time, and what happens during it is taken in by one more', async () => {
  const { rhythm, rounds, settled } = made()
  rhythm.wake()
  for (let at = 0; at < 5; at += 1) rhythm.saved()
  rhythm.nudge()
  expect(rounds).toHaveLength(1)
  rounds[0]?.end({})
  await settled()
  expect(rounds).toHaveLength(2)
  rounds[1]?.end({})
  await settled()
  expect(rounds).toHaveLength(2)
})

test('nothing begins while the app is not seen, and the round that runs goes on', async () => {
  const { rhythm, rounds, pass } = made()
  rhythm.wake()
  rhythm.sleep()
  expect(rounds[0]?.signal.aborted).toBe(false)
  rounds[0]?.end({ trouble: 'no-network' })
  for (const happens of [rhythm.saved, rhythm.nudge, rhythm.now, rhythm.look]) happens()
  await pass(10 * minute)
  expect(rounds).toHaveLength(1)
  rhythm.wake()
  expect(rounds).toHaveLength(2)
})

test('after failures it waits longer and longer, up to forty seconds, and never gives up', async () => {
  const { rhythm, times, pass } = made(() => ({ trouble: 'no-network' }))
  rhythm.wake()
  await pass(60 * minute)
  const waits = times().map((at, n) => at - (times()[n - 1] ?? 0))
  expect(waits.slice(0, 6)).toEqual([0, 500, 1_000, 2_000, 4_000, 8_000])
  expect(Math.max(...waits)).toBe(20_000)
  expect(times().length).toBeGreaterThan(20)
})

test('how long it waits is by chance, between nothing and the limit, and no less than the server asked', () => {
  expect([1, 2, 5, 40].map((failures) => backoff(failures, () => 1))).toEqual([1_000, 2_000, 16_000, 40_000])
  expect(backoff(5, () => 0)).toBe(0)
  for (const chance of [0, 0.5, 1]) {
    const wait = backoff(3, () => chance, 30_000)
    expect(wait).toBeGreaterThanOrEqual(30_000)
    expect(wait).toBeLessThanOrEqual(34_000)
  }
})

test('when the network is back, or the person asks, it does not wait any longer', async () => {
  const { rhythm, rounds, pass } = made(() => ({ trouble: 'no-network' }))
  rhythm.wake()
  await pass(30 * minute)
  for (const happens of [rhythm.nudge, rhythm.now]) {
    const before = rounds.length
    happens()
    expect(rounds).toHaveLength(before + 1)
    await pass(600)
    expect(rounds).toHaveLength(before + 2)
    await pass(30 * minute)
  }
})

test('a save in a long wait is tried at once, but not more often than every fifteen seconds', async () => {
  const { rhythm, rounds, pass } = made(() => ({ trouble: 'no-network' }))
  rhythm.wake()
  await pass(30 * minute)
  await pass(149 * second)
  const before = rounds.length
  rhythm.saved()
  await pass(0)
  rhythm.saved()
  await pass(0)
  expect(rounds).toHaveLength(before + 1)
})

test('a server that asks to wait is left alone by all but the person', async () => {
  const { rhythm, rounds, pass } = made(() => ({ trouble: 'server', retryAfter: 30 * second }))
  rhythm.wake()
  await pass(second)
  for (const happens of [rhythm.saved, rhythm.nudge, rhythm.look]) happens()
  await pass(28 * second)
  expect(rounds).toHaveLength(1)
  rhythm.now()
  expect(rounds).toHaveLength(2)
})

test('what a server asked to wait goes on while another app is looked at, and is over in its time', async () => {
  const { rhythm, rounds, pass } = made(() => ({ trouble: 'server', retryAfter: minute }))
  rhythm.wake()
  await pass(10 * second)
  rhythm.sleep()
  await pass(10 * second)
  rhythm.wake()
  for (const happens of [rhythm.saved, rhythm.nudge, rhythm.look]) happens()
  await pass(39 * second)
  expect(rounds).toHaveLength(1)
  await pass(10 * second)
  expect(rounds).toHaveLength(2)
})

test('a round without a sign for two minutes is given up, and another one begins', async () => {
  const { rhythm, rounds, pass } = made()
  rhythm.wake()
  await pass(119 * second)
  expect(rounds).toHaveLength(1)
  await pass(62 * second)
  expect(rounds).toHaveLength(2)
  expect(rounds[0]?.signal.aborted).toBe(true)
  rounds[0]?.end({ trouble: 'server' })
  rounds[1]?.end({})
  await pass(10 * minute)
  expect(rounds).toHaveLength(2)
})

test('a long round that gets further is left to go on', async () => {
  const { rhythm, rounds, pass } = made()
  rhythm.wake()
  for (let at = 0; at < 10; at += 1) {
    await pass(minute)
    rounds[0]?.progress()
  }
  expect(rounds).toHaveLength(1)
})

test('a round that breaks is tried again like one that found no network', async () => {
  const { elapsed, timer, settled, pass } = madeTime()
  let rounds = 0
  const rhythm = openRhythm({
    ...{ elapsed, timer },
    random: () => 0.5,
    round: async () => {
      rounds += 1
      if (rounds === 1) throw new Error('broken')
      return {}
    },
  })
  rhythm.wake()
  await settled()
  await pass(second)
  expect(rounds).toBe(2)
})

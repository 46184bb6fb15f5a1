import { expect, onTestFinished, test, vi } from 'vitest'
import { watch } from '../../src/store/read.ts'
import { birth, save } from '../../src/store/write.ts'
import { testSpace } from './test-space.ts'

/** The waits of a second stand still until they are passed; all others are left alone. */
const heldSeconds = () => {
  onTestFinished(() => void vi.restoreAllMocks())
  const waiting = new Map<number, () => void>()
  const { setTimeout, clearTimeout } = window
  vi.spyOn(window, 'setTimeout').mockImplementation(((act: () => void, ms?: number) => {
    if (ms !== 1_000) return setTimeout(act, ms)
    waiting.set(-1 - waiting.size, act)
    return -waiting.size
  }) as typeof window.setTimeout)
  vi.spyOn(window, 'clearTimeout').mockImplementation((id) => {
    if (!waiting.delete(Number(id))) clearTimeout(id)
  })
  return waiting
}

test('a reading that failed, asked anew before it is tried again, is followed once and stops when told', async () => {
  const [waiting, space] = [heldSeconds(), await testSpace()]
  let asked = 0
  const shown: number[] = []
  const query = async () => {
    asked += 1
    if (asked === 1) throw new Error('The connection was dropped')
    return space.db.table('people').count()
  }
  const show = (many: number) => shown.push(many)
  const stop = watch(space, query, show, () => {})
  await expect.poll(() => waiting.size).toBe(1)
  for (const again of space.merges.heard) again()
  await expect.poll(() => shown).toEqual([0])
  for (const pass of waiting.values()) pass()
  stop()
  let isHeard = false
  const stopLast = watch(
    space,
    () => space.db.table('people').count(),
    (many) => {
      isHeard = many === 1
    },
    () => {},
  )
  await save(space, [birth(space, 'people', { name: 'Ada' })])
  await expect.poll(() => isHeard).toBe(true)
  stopLast()
  expect(shown).toEqual([0])
})

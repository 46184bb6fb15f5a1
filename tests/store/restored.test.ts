import { expect, test } from 'vitest'
import { receive } from '../../src/store/receive.ts'
import { syncStateOf } from '../../src/store/sync-state.ts'
import { testSpace } from './test-space.ts'

test('a restored server is asked for the whole, page after page, until the last has come', async () => {
  const space = await testSpace()
  const asksWholeAfter = async (epoch: string, left?: number) => {
    const { epoch: known, cursor, whole, acked } = await syncStateOf(space)
    const asked = { epoch: known, cursor, whole, changes: [], offset: 0 }
    const reply = { p: 1 as const, rid: 'r', epoch, now: 0, acked, cursor: cursor + 1, ...(left && { left }) }
    await receive(space, reply, asked)
    return (await syncStateOf(space)).whole ?? false
  }
  expect(await asksWholeAfter('e1')).toBe(false)
  expect(await asksWholeAfter('e2', 5)).toBe(true)
  expect(await asksWholeAfter('e2', 2)).toBe(true)
  expect(await asksWholeAfter('e2')).toBe(false)
})

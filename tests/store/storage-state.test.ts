import { afterEach, beforeEach, expect, test } from 'vitest'
import { openSpace } from '../../src/store/open.ts'
import type { Space } from '../../src/store/space.ts'
import { askToPersist, requestPersistence, storageState } from '../../src/store/storage-state.ts'

let space: Space
beforeEach(async () => {
  space = await openSpace({ name: `test-${crypto.randomUUID()}` })
})
afterEach(() => space.db.delete())

const storage = (persisted: boolean) => {
  const asked: string[] = []
  return {
    asked,
    persist: async () => {
      asked.push('persist')
      return persisted
    },
    persisted: async () => persisted,
    estimate: async () => ({ usage: 10, quota: 100 }),
  }
}

test('protection is asked once on a device, however often one saves', async () => {
  const manager = storage(true)
  await askToPersist(space, manager)
  await askToPersist(space, manager)
  expect(manager.asked).toEqual(['persist'])
})

test('protection is not asked for examples', async () => {
  const manager = storage(true)
  await askToPersist({ ...space, kind: 'examples' }, manager)
  expect(manager.asked).toEqual([])
})

test('what is used and what is left are told', async () => {
  expect(await storageState(storage(false))).toEqual({ persisted: false, used: 10, room: 90 })
})

test('a browser that refuses or breaks is told as one that does not say', async () => {
  const broken = () => Promise.reject(new Error('no'))
  const manager = { persist: broken, persisted: broken, estimate: broken }
  expect(await storageState(manager)).toEqual({})
  expect(await requestPersistence(manager)).toBe(false)
})

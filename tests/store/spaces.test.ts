import { clear, createStore } from 'idb-keyval'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { enterExamples, leaveExamples } from '../../src/store/other-spaces.ts'
import { listed } from '../../src/store/read.ts'
import type { Space } from '../../src/store/space.ts'
import { openCurrentSpace } from '../../src/store/spaces.ts'
import { birth, save } from '../../src/store/write.ts'

let opened: Space[] = []
const kept = (space: Space) => {
  opened.push(space)
  return space
}
const forget = async () => {
  await clear(createStore('maillage', 'spaces'))
  localStorage.clear()
}
beforeEach(forget)
afterEach(async () => {
  vi.restoreAllMocks()
  for (const { db } of opened) {
    db.close()
    await db.delete()
  }
  opened = []
  await forget()
})

test('two tabs that open the app for the first time at once work in one and the same database', async () => {
  const [one, other] = (await Promise.all([openCurrentSpace(), openCurrentSpace()])).map(kept)
  expect(other?.install).toBe(one?.install)
  for (const space of [one, other]) if (space) await save(space, [birth(space, 'people', { name: 'Ada' })])
  const again = kept(await openCurrentSpace())
  expect(await listed(again, 'people')).toHaveLength(2)
})

test('examples entered in two tabs at once are one, and leaving them gives one’s own work back', async () => {
  const own = kept(await openCurrentSpace())
  const [one, other] = (await Promise.all([enterExamples(), enterExamples()])).map(kept)
  expect(other?.install).toBe(one?.install)
  expect(kept(await enterExamples()).install).toBe(one?.install)
  other?.db.close()
  if (one) await leaveExamples(one)
  expect(kept(await openCurrentSpace()).install).toBe(own.install)
})

test('where a browser refuses its small storage and keeps databases, the app opens and finds its work again', async () => {
  const refuse = () => {
    throw new DOMException('refused', 'SecurityError')
  }
  vi.spyOn(Storage.prototype, 'getItem').mockImplementation(refuse)
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(refuse)
  const space = kept(await openCurrentSpace())
  await save(space, [birth(space, 'people', { name: 'Ada' })])
  expect(await listed(kept(await openCurrentSpace()), 'people')).toHaveLength(1)
})

import { clear, createStore, get } from 'idb-keyval'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { claim, enrolledIn, enrolledSpaces, openToEnter, switchTo } from '../../src/store/enrolled-spaces.ts'
import { enterExamples, startAfresh } from '../../src/store/other-spaces.ts'
import { listed } from '../../src/store/read.ts'
import type { Space } from '../../src/store/space.ts'
import { watchSpaces } from '../../src/store/space-news.ts'
import { openCurrentSpace } from '../../src/store/spaces.ts'
import { enrolmentOf } from '../../src/store/sync-state.ts'
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
const bois = { campus: 'c1', name: 'Campus du Bois', kind: 'campus', role: 'member' } as const
const sea = { campus: 'c2', name: 'Réseau de la Mer', kind: 'network', role: 'direction' } as const
const entered = async (enrolment: typeof bois | typeof sea) => {
  const space = kept(await openToEnter(enrolment.campus))
  await claim(space, enrolment)
  return space
}

test('what was noted before belongs to the first space one enters', async () => {
  const own = kept(await openCurrentSpace())
  await save(own, [birth(own, 'people', { name: 'Élodie' })])
  const space = await entered(bois)
  expect(space.install).toBe(own.install)
  expect(await enrolmentOf(own)).toMatchObject({ ...bois, key: 'enrolment' })
  expect(await listed(kept(await openCurrentSpace()), 'people')).toHaveLength(1)
  expect(await enrolledSpaces()).toEqual([{ install: own.install, title: 'Campus du Bois', isCurrent: true }])
})

test('a second space has a database of its own, where nothing of the first is', async () => {
  const own = kept(await openCurrentSpace())
  await save(own, [birth(own, 'people', { name: 'Élodie' })])
  await entered(bois)
  const other = await entered(sea)
  expect(other.install).not.toBe(own.install)
  expect([other.device === own.device, other.me === own.me]).toEqual([false, false])
  const current = kept(await openCurrentSpace())
  expect([current.install, (await listed(current, 'people')).length]).toEqual([other.install, 0])
  expect((await enrolledSpaces()).map(({ title, isCurrent }) => [title, isCurrent])).toEqual([
    ['Réseau de la Mer', true],
    ['Campus du Bois', false],
  ])
})

test('a device that was signed out comes back to its space with what waits in it, as who it was', async () => {
  const own = kept(await openCurrentSpace())
  await entered(bois)
  await save(own, [birth(own, 'people', { name: 'Élodie' })])
  const back = await entered(bois)
  expect([back.install, back.device, back.me]).toEqual([own.install, own.device, own.me])
  expect(await listed(kept(await openCurrentSpace()), 'people')).toHaveLength(1)
  expect(await enrolledSpaces()).toEqual([{ install: own.install, title: 'Campus du Bois', isCurrent: true }])
})

test('it comes back to one of its other spaces too, which is then the one that is opened', async () => {
  const own = kept(await openCurrentSpace())
  await entered(bois)
  const other = await entered(sea)
  expect(await enrolledIn('c1')).toEqual({ install: own.install, title: 'Campus du Bois' })
  expect(await enrolledIn('c3')).toBeUndefined()
  expect((await entered(bois)).install).toBe(own.install)
  expect(kept(await openCurrentSpace()).install).toBe(own.install)
  expect((await enrolledSpaces()).map(({ install }) => install)).toEqual([own.install, other.install])
})

test('notes that are in no space stay at hand when the device comes back to one, an empty database does not', async () => {
  const own = kept(await openCurrentSpace())
  await entered(bois)
  const lost = await entered(sea)
  await lost.db.delete()
  const afresh = kept(await startAfresh())
  await save(afresh, [birth(afresh, 'people', { name: 'Élodie' })])
  await entered(bois)
  const here = { install: own.install, title: 'Campus du Bois' }
  expect(await enrolledSpaces()).toEqual([
    { ...here, isCurrent: true },
    { install: afresh.install, title: undefined, isCurrent: false },
  ])
  await switchTo(afresh.install)
  expect(await listed(kept(await openCurrentSpace()), 'people')).toHaveLength(1)
  expect(await enrolledSpaces()).toEqual([{ ...here, isCurrent: false }])
  await afresh.db.delete()
  const empty = kept(await startAfresh())
  await switchTo(own.install)
  expect((await enrolledSpaces()).map(({ install }) => install)).not.toContain(empty.install)
})

test('a database that does not open is not taken for an empty one: nobody enters, and it keeps its place', async () => {
  const own = kept(await openCurrentSpace())
  await entered(bois)
  const other = await entered(sea)
  const before = await get('known', createStore('maillage', 'spaces'))
  const open = IDBFactory.prototype.open
  vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(function (this: IDBFactory, name, version) {
    if (name === other.db.name) throw new DOMException('the disk does not answer', 'UnknownError')
    return open.call(this, name, version)
  })
  await expect(openToEnter('c3')).rejects.toMatchObject({ problem: 'refused' })
  await expect(switchTo(own.install)).rejects.toMatchObject({ problem: 'refused' })
  expect(await get('known', createStore('maillage', 'spaces'))).toEqual(before)
})

test('where the database is gone, a fresh one enters the same space', async () => {
  const own = kept(await openCurrentSpace())
  await entered(bois)
  await own.db.delete()
  expect((await entered(bois)).install).not.toBe(own.install)
  expect((await enrolledSpaces()).map(({ title }) => title)).toEqual(['Campus du Bois'])
})

test('an entry that was cut is gone on with in the same database', async () => {
  kept(await openCurrentSpace())
  await entered(bois)
  const first = kept(await openToEnter())
  expect(kept(await openToEnter()).install).toBe(first.install)
  expect(kept(await openCurrentSpace()).install).not.toBe(first.install)
})

test('one goes from one space to the other and back, and each keeps its own', async () => {
  const own = kept(await openCurrentSpace())
  await save(own, [birth(own, 'people', { name: 'Élodie' })])
  await entered(bois)
  const other = await entered(sea)
  await switchTo(own.install)
  expect(await listed(kept(await openCurrentSpace()), 'people')).toHaveLength(1)
  expect((await enrolledSpaces()).map(({ title }) => title)).toEqual(['Campus du Bois', 'Réseau de la Mer'])
  await switchTo(other.install)
  expect(kept(await openCurrentSpace()).install).toBe(other.install)
  await switchTo('nowhere')
  expect(kept(await openCurrentSpace()).install).toBe(other.install)
})

test('a space entered while one looks at examples is the one that is opened', async () => {
  const own = kept(await openCurrentSpace())
  kept(await enterExamples())
  const space = await entered(bois)
  expect(space.install).toBe(own.install)
  expect(kept(await openCurrentSpace()).kind).toBe('own')
})

test('a map of a phone of the first version still opens its database', async () => {
  const own = kept(await openCurrentSpace())
  const place = { name: own.db.name, install: own.install }
  const { set } = await import('idb-keyval')
  await set('known', { current: 'own', own: place, examples: undefined }, createStore('maillage', 'spaces'))
  expect(kept(await openCurrentSpace()).install).toBe(own.install)
  expect(await enrolledSpaces()).toEqual([])
})

test('a tab that shows the former space hears that another tab opened one, once', async () => {
  const own = kept(await openCurrentSpace())
  await entered(bois)
  let told = 0
  const stop = watchSpaces(own, () => {
    told += 1
  })
  const other = await entered(sea)
  const fromAnotherTab = new BroadcastChannel('maillage-spaces')
  fromAnotherTab.postMessage('another tab')
  await expect.poll(() => told).toBe(1)
  fromAnotherTab.postMessage('another tab')
  let others = 0
  const stopOther = watchSpaces(other, () => {
    others += 1
  })
  fromAnotherTab.postMessage('another tab')
  document.dispatchEvent(new Event('visibilitychange'))
  await kept(await openCurrentSpace())
  expect([told, others]).toEqual([1, 0])
  for (const end of [stop, stopOther, () => fromAnotherTab.close()]) end()
})

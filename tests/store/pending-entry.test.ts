import { expect, onTestFinished, test, vi } from 'vitest'
import { forgetEntry, pendingEntry } from '../../src/store/pending-entry.ts'

const entry = { secret: 's', key: 'k', install: 'i-1', given: { name: 'Léa' }, answeredAt: 100_000 }
const at = (ms: number, install = 'i-1') => ({ install, now: () => ms })

test('what let a device in is forgotten once its cookie is surely on disk, and by its own database only', async () => {
  await pendingEntry.begin(entry)
  await forgetEntry(at(130_000))
  await forgetEntry(at(900_000, 'i-2'))
  expect(await pendingEntry.read()).toEqual(entry)
  await forgetEntry(at(161_000))
  expect(await pendingEntry.read()).toBeUndefined()
})

test('an act that two tabs begin at once has one key, and who is refused does not end another’s', async () => {
  const [one, other] = await Promise.all(['k-1', 'k-2'].map((key) => pendingEntry.begin({ ...entry, key })))
  expect(other?.key).toBe(one?.key)
  const next = await pendingEntry.begin({ ...entry, secret: 't', key: 'k-3' })
  await pendingEntry.end(one as typeof entry, undefined)
  expect(await pendingEntry.read()).toEqual(next)
  await pendingEntry.end(next, undefined)
  expect(await pendingEntry.read()).toBeUndefined()
})

test('asking costs no connection of its own, and finds another where the phone dropped the one it had', async () => {
  onTestFinished(() => void vi.restoreAllMocks())
  await pendingEntry.begin(entry)
  const opening = vi.spyOn(IDBFactory.prototype, 'open')
  const { transaction } = IDBDatabase.prototype
  const met = new Set<IDBDatabase>()
  vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (this: IDBDatabase, ...asked) {
    met.add(this)
    return transaction.apply(this, asked)
  })
  for (let round = 0; round < 3; round += 1) await forgetEntry(at(130_000))
  expect(opening).not.toHaveBeenCalled()
  for (const connection of met) connection.close()
  expect(await pendingEntry.read()).toEqual(entry)
  await forgetEntry(at(161_000))
})

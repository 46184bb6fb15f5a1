import { expect, test } from 'vitest'
import { listed } from '../../src/store/read.ts'
import { syncStateOf } from '../../src/store/sync-state.ts'
import { madeCampus } from './made-campus.ts'
import { madePhone, type Phone } from './phone.ts'

const names = async ({ space }: Phone) => (await listed(space, 'people')).map(({ name }) => name)

test('where the phone has no room for what came, that is told, nothing is half there, and later all comes', async () => {
  const campus = madeCampus()
  const [ours, theirs] = [await madePhone(campus), await madePhone(campus)]
  await theirs.notes('Paul')
  await theirs.notes('Nadia')
  await theirs.sync()
  const full = () => {
    throw new DOMException('full', 'QuotaExceededError')
  }
  const people = ours.space.db.table('people')
  people.hook('creating', full)
  expect(await ours.sync()).toEqual({ trouble: 'full' })
  expect(await syncStateOf(ours.space)).toMatchObject({ trouble: 'full', cursor: 0 })
  expect(await names(ours)).toEqual([])
  people.hook('creating').unsubscribe(full)
  expect(await ours.sync()).toEqual({})
  expect((await syncStateOf(ours.space)).trouble).toBe(undefined)
  expect(await names(ours)).toEqual(['Nadia', 'Paul'])
})

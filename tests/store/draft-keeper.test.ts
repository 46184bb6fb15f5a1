import { expect, test } from 'vitest'
import { type Draft, draftKeeper, draftsOf } from '../../src/store/drafts.ts'
import { birth, save } from '../../src/store/write.ts'
import { testSpace } from './test-space.ts'

const draft = (id: string, name: string): Draft => ({
  id,
  form: 'capture',
  title: name,
  values: { name },
  updatedAt: `2026-11-22T09:00:00.00${name.length}Z`,
})

test('two drafts typed one after the other at once are both written, each as last typed', async () => {
  const space = await testSpace()
  const keeper = draftKeeper(space, () => {})
  for (const name of ['A', 'Ad', 'Ada']) keeper.keep(draft('one', name))
  for (const name of ['Z', 'Zoé']) keeper.keep(draft('two', name))
  expect(await keeper.refusal('two')).toBeUndefined()
  expect((await draftsOf(space)).map(({ title }) => title).sort()).toEqual(['Ada', 'Zoé'])
})

test('what is typed while a contact is saved does not bring its draft back, to be saved twice', async () => {
  const space = await testSpace()
  const keeper = draftKeeper(space, () => {})
  keeper.keep(draft('one', 'Ada'))
  await keeper.settle('one')
  const saving = save(space, [birth(space, 'people', { name: 'Ada' })], { draft: 'one' })
  keeper.keep(draft('one', 'Adax'))
  await saving
  await keeper.refusal('one')
  expect(await draftsOf(space)).toEqual([])
})

test('a save does not wait for the last key of its draft, and takes it away all the same', async () => {
  const space = await testSpace()
  const keeper = draftKeeper(space, () => {})
  for (const name of ['A', 'Ad', 'Ada']) {
    keeper.keep(draft(name, name))
    const settled = keeper.settle(name)
    await save(space, [birth(space, 'people', { name })], { draft: name })
    await settled
    await keeper.refusal(name)
    expect(await draftsOf(space)).toEqual([])
  }
})

test('a save that fails lets its draft be written again', async () => {
  const space = await testSpace()
  const keeper = draftKeeper(space, () => {})
  await keeper.settle('one')
  keeper.resume('one')
  keeper.keep(draft('one', 'Ada'))
  await keeper.refusal('one')
  expect(await draftsOf(space)).toHaveLength(1)
})

test('a draft the device refuses is not said to be kept, and is found again while the app is open', async () => {
  const space = await testSpace()
  const faults: unknown[] = []
  const keeper = draftKeeper(space, (error) => faults.push(error))
  const refuse = () => {
    throw new DOMException('full', 'QuotaExceededError')
  }
  space.db.table('drafts').hook('creating', refuse)
  keeper.keep(draft('one', 'Ada'))
  expect(await keeper.refusal('one')).toBeDefined()
  expect(faults).toHaveLength(1)
  expect((await draftsOf(space)).map(({ title }) => title)).toEqual(['Ada'])
  space.db.table('drafts').hook('creating').unsubscribe(refuse)
  keeper.keep(draft('one', 'Ada L'))
  expect(await keeper.refusal('one')).toBeUndefined()
  expect(await space.db.table('drafts').toArray()).toMatchObject([{ title: 'Ada L' }])
})

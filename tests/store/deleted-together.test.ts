import { expect, test } from 'vitest'
import { attach } from '../../src/store/attach.ts'
import { deletedTogether, deletedWith, restoring } from '../../src/store/deleted-together.ts'
import { listed } from '../../src/store/read.ts'
import type { Space } from '../../src/store/space.ts'
import { birth, type Edit, save } from '../../src/store/write.ts'
import { madeFile } from './made-file.ts'
import { noted } from './noted-contact.ts'
import { testSpace } from './test-space.ts'

const noon = () => Date.UTC(2026, 10, 22, 12)
const inTrash = async (space: Space) =>
  (await deletedTogether(space)).map((gone) => gone.map(({ table, row }) => String(row.name ?? table)))

test('a contact that was taken back is one thing in the trash, apart from another of the same moment', async () => {
  const space = await testSpace({ now: noon })
  for (const name of ['Ana', 'Zoé']) await save(space, await save(space, noted(space, name)))
  const all = (await inTrash(space)).sort()
  const withTheRest = (name: string) => [name, `Garage ${name}`, 'exchanges', 'affiliations', 'tasks']
  expect(all).toEqual([withTheRest('Ana'), withTheRest('Zoé')])
})

test('what was deleted in another moment comes back by itself, whatever it leads to', async () => {
  let clock = noon()
  const space = await testSpace({ now: () => clock })
  const contact = noted(space, 'Ana')
  await save(space, contact)
  const remove = (one: Edit) => ({
    table: one.table,
    row: one.row,
    fields: { deletedAt: new Date(clock).toISOString() },
  })
  for (const one of contact.slice(0, 2)) {
    await save(space, [remove(one)])
    clock += 1_000
  }
  expect(await inTrash(space)).toEqual([['Garage Ana'], ['Ana']])
})

test('photos that were added together and taken back come back together', async () => {
  const space = await testSpace({ now: noon })
  const ana = birth(space, 'people', { name: 'Ana' })
  await save(space, [ana])
  const files = [await madeFile(), await madeFile(2_000, 'Stand')]
  await save(space, await attach(space, files, { by: 'person', id: ana.row }))
  expect((await inTrash(space)).map((some) => some.length)).toEqual([2])
})

test('from any of what was taken away together all of it is found, and comes back', async () => {
  const space = await testSpace({ now: noon })
  await save(space, await save(space, noted(space, 'Ana')))
  const task = (await deletedTogether(space))[0]?.find(({ table }) => table === 'tasks')
  await save(
    space,
    restoring(task ? await deletedWith(space, task) : []).filter((edit) => edit !== undefined),
  )
  expect(await deletedTogether(space)).toEqual([])
  expect((await listed(space, 'people')).map(({ name }) => name)).toEqual(['Ana'])
})

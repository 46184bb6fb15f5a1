import { expect, test } from 'vitest'
import { rowOf } from '../../src/store/read.ts'
import { openSearchIndex, type SearchIndex } from '../../src/store/search-index.ts'
import type { Space } from '../../src/store/space.ts'
import { birth, type Edit, editOf, save } from '../../src/store/write.ts'
import { inAnotherTab, testSpace } from './test-space.ts'

const tables = ['people', 'organisations', 'exchanges']
const heldBy = (index: SearchIndex) => tables.map((table) => index.all(table))
const readAnew = async (space: Space) => {
  const index = openSearchIndex(space)
  await index.refresh()
  return heldBy(index)
}
const heard = (index: SearchIndex) => new Promise<void>((done) => void index.subscribe(done))

const contact = (space: Space, name: string, organisation: Edit) => {
  const person = birth(space, 'people', { name })
  const tie = birth(space, 'affiliations', { person: person.row, organisation: organisation.row, main: true })
  const exchange = birth(space, 'exchanges', {
    kind: 'call',
    at: '2025-10-01T08:00:00.000Z',
    people: [person.row],
    organisation: organisation.row,
  })
  return { person, tie, exchange }
}

test('a save is in the lists as a new reading of everything would show it', async () => {
  const space = await testSpace()
  const index = openSearchIndex(space)
  await save(space, [birth(space, 'people', { name: 'Déjà Là' })])
  await index.refresh()
  const garage = birth(space, 'organisations', { name: 'Garage du Songe' })
  const { person, tie, exchange } = contact(space, 'Élodie Songe', garage)
  const saveAndCompare = async (edits: (Edit | undefined)[]) => {
    const taken = heard(index)
    const undo = await save(
      space,
      edits.filter((edit) => edit !== undefined),
    )
    await taken
    expect(heldBy(index)).toEqual(await readAnew(space))
    return undo
  }
  const row = async (table: string, id: string) => (await rowOf(space, table, id)) ?? expect.unreachable(id)

  await saveAndCompare([garage, person, tie, exchange])
  await saveAndCompare(Object.values(contact(space, 'Bruno Songe', garage)))
  await saveAndCompare([editOf('organisations', await row('organisations', garage.row), { name: 'Garage Neuf' })])
  await saveAndCompare([editOf('affiliations', await row('affiliations', tie.row), { until: '2025-10-02' })])
  const undo = await saveAndCompare([
    editOf('people', await row('people', person.row), { deletedAt: '2025-10-03T08:00:00.000Z' }),
  ])
  await saveAndCompare(undo)
})

test('a save after one of another tab waits for that one to be read', async () => {
  const space = await testSpace()
  const index = openSearchIndex(space)
  await index.refresh()
  const other = await inAnotherTab(space)
  await save(other, [birth(other, 'people', { name: 'Ailleurs' })])
  await save(space, [birth(space, 'people', { name: 'Ici' })])
  await index.refresh()
  expect(index.all('people').map(({ values }) => values[0])).toEqual(['Ailleurs', 'Ici'])
})

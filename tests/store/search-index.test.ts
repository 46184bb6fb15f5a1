import { expect, onTestFinished, test } from 'vitest'
import { fillExamples } from '../../src/examples/fill-examples.ts'
import { rowOf } from '../../src/store/read.ts'
import { openSearchIndex, type SearchIndex } from '../../src/store/search-index.ts'
import type { Space } from '../../src/store/space.ts'
import { birth, editOf, save } from '../../src/store/write.ts'
import { inAnotherTab, testSpace } from './test-space.ts'

const indexOf = async (space: Space) => {
  const index = openSearchIndex(space)
  await index.refresh()
  return index
}
const edit = async (space: Space, table: string, id: string, after: Record<string, unknown>) => {
  const row = await rowOf(space, table, id)
  const change = row && editOf(table, row, after)
  if (change) await save(space, [change])
}
const names = (index: SearchIndex, table: string, asked: string) =>
  index.search(table, asked).rows.map(({ values }) => values[0])

const atSonge = async () => {
  const space = await testSpace()
  const structure = birth(space, 'organisations', {
    name: 'Menuiserie du Songe',
    town: 'Saint-Songe',
    phone: '+33465710142',
  })
  const people = [
    { name: 'Élodie Lefèvre', mobile: '+33639980142', position: 'Tutrice' },
    { name: 'Cœurette D’Arc', email: 'contact@arc.example' },
    { name: 'Bruno Élo' },
  ].map((values) => birth(space, 'people', values))
  const [elodie, coeurette] = people.map(({ row }) => row)
  const tie = birth(space, 'affiliations', { person: elodie, organisation: structure.row, main: true })
  await save(space, [structure, ...people, tie])
  return { space, structure: structure.row, elodie: String(elodie), coeurette: String(coeurette), tie: tie.row }
}

test('until it is loaded the index says that it is not ready, and tells when it is', async () => {
  const { space } = await atSonge()
  const index = openSearchIndex(space)
  let told = 0
  index.subscribe(() => told++)
  expect([index.isReady(), index.all('people').length]).toEqual([false, 0])
  const loading = index.refresh()
  expect(index.isReady()).toBe(false)
  await loading
  expect([index.isReady(), index.all('people').length, told]).toEqual([true, 3, 1])
})

test('an index of nothing is ready too', async () => {
  const index = await indexOf(await testSpace())
  expect([index.isReady(), index.search('people', 'ada').rows]).toEqual([true, []])
})

test.each([
  ['elodie lefevre', ['Élodie Lefèvre']],
  ['LEFÈVRE Élodie', ['Élodie Lefèvre']],
  ['coeurette', ['Cœurette D’Arc']],
  ["d'arc", ['Cœurette D’Arc']],
  ['contact@arc', ['Cœurette D’Arc']],
  ['tutrice', ['Élodie Lefèvre']],
  ['06 39 98 01', ['Élodie Lefèvre']],
  ['+33 6 39', ['Élodie Lefèvre']],
  ['0142', ['Élodie Lefèvre']],
  ['menuiserie', ['Élodie Lefèvre']],
  ['songe elodie', ['Élodie Lefèvre']],
  ['elodie bruno', []],
  ['xyz', []],
  ['elo', ['Élodie Lefèvre', 'Bruno Élo']],
  ['', ['Bruno Élo', 'Cœurette D’Arc', 'Élodie Lefèvre']],
])('somebody is found by “%s”', async (asked, found) => {
  const { space } = await atSonge()
  expect(names(await indexOf(space), 'people', asked)).toEqual(found)
})

test('letter after letter, back again and after a save, what is found is what one finds asking at once', async () => {
  const { space } = await atSonge()
  const index = await indexOf(space)
  for (const asked of ['e', 'el', 'elo', 'elo t', 'elo tu', 'elo', '0', '06', '063', '+33 6 3', 'b', 'bruno é', ''])
    expect(names(index, 'people', asked), asked).toEqual(names(await indexOf(space), 'people', asked))
  expect(names(index, 'people', 'elo')).toHaveLength(2)
  await save(space, [birth(space, 'people', { name: 'Éloïse' })])
  await expect.poll(() => names(index, 'people', 'eloi')).toEqual(['Éloïse'])
  expect(names(index, 'people', 'elo')).toHaveLength(3)
})

test('what was asked before the index was there is found once it is', async () => {
  const { space } = await atSonge()
  const index = openSearchIndex(space)
  expect(names(index, 'people', 'el')).toEqual([])
  await index.refresh()
  expect(names(index, 'people', 'elo')).toHaveLength(2)
  await index.keepSnapshot()
  const restored = openSearchIndex(space)
  expect(names(restored, 'people', 'el')).toEqual([])
  await restored.refresh()
  expect(names(restored, 'people', 'elo')).toHaveLength(2)
})

test('a structure is found by its town and its number', async () => {
  const { space } = await atSonge()
  const index = await indexOf(space)
  for (const asked of ['saint songe', '04 65 71']) expect(names(index, 'organisations', asked)).toHaveLength(1)
})

test('who is noted, renamed or deleted after the start is found, or no longer, at the next refresh', async () => {
  const { space, elodie } = await atSonge()
  const index = await indexOf(space)
  await save(space, [birth(space, 'people', { name: 'Zoé Roux' })])
  await edit(space, 'people', elodie, { name: 'Yann Lefèvre' })
  await index.refresh()
  expect([names(index, 'people', 'zoe'), names(index, 'people', 'elodie')]).toEqual([['Zoé Roux'], []])
  expect(index.all('people').map(({ values }) => values[0])).toEqual([
    'Bruno Élo',
    'Cœurette D’Arc',
    'Yann Lefèvre',
    'Zoé Roux',
  ])
  await edit(space, 'people', elodie, { deletedAt: '2026-11-22T09:00:00.000Z' })
  await index.refresh()
  expect(names(index, 'people', 'lefevre')).toEqual([])
})

test('a structure’s new name finds its people, and its old one no more', async () => {
  const { space, structure } = await atSonge()
  const index = await indexOf(space)
  await edit(space, 'organisations', structure, { name: 'Ébénisterie Montfable' })
  await index.refresh()
  expect([names(index, 'people', 'ebenisterie'), names(index, 'people', 'menuiserie')]).toEqual([
    ['Élodie Lefèvre'],
    [],
  ])
  await edit(space, 'organisations', structure, { deletedAt: '2026-11-22T09:00:00.000Z' })
  await index.refresh()
  expect(names(index, 'people', 'ebenisterie')).toEqual([])
})

test('who leaves a structure is no longer found by it, who joins it is', async () => {
  const { space, structure, coeurette, tie } = await atSonge()
  const index = await indexOf(space)
  await edit(space, 'affiliations', tie, { until: '2026-11-01' })
  await save(space, [birth(space, 'affiliations', { person: coeurette, organisation: structure })])
  await index.refresh()
  expect(names(index, 'people', 'menuiserie')).toEqual(['Cœurette D’Arc'])
})

test('an exchange is found by the name of whom one met, also after it changed', async () => {
  const { space, elodie } = await atSonge()
  await save(space, [birth(space, 'exchanges', { kind: 'call', at: '2026-11-22T09:00:00.000Z', people: [elodie] })])
  const index = await indexOf(space)
  expect(index.search('exchanges', 'lefevre').rows).toHaveLength(1)
  await edit(space, 'people', elodie, { name: 'Élodie Roux' })
  await index.refresh()
  expect([index.search('exchanges', 'roux').rows.length, index.search('exchanges', 'lefevre').rows.length]).toEqual([
    1, 0,
  ])
})

test('what another tab wrote is found', async () => {
  const { space } = await atSonge()
  const index = await indexOf(space)
  const other = await inAnotherTab(space)
  await save(other, [birth(other, 'people', { name: 'Zoé Roux' })])
  await index.refresh()
  expect(names(index, 'people', 'zoe')).toEqual(['Zoé Roux'])
})

test('an index kept from the last start and brought up to date is the one a fresh start builds', async () => {
  const space = await testSpace({ kind: 'examples' })
  await fillExamples(space)
  await (await indexOf(space)).keepSnapshot()
  const kept = await space.db.table('meta').get('search')
  expect(kept.tables.people).toHaveLength(80)
  const [anybody] = await space.db.table('people').limit(1).toArray()
  const [structure] = await space.db.table('organisations').limit(1).toArray()
  await edit(space, 'people', anybody.id, { name: 'Zoé Zut', deletedAt: undefined })
  await edit(space, 'organisations', structure.id, { name: 'Nouveau nom' })
  await save(space, [birth(space, 'people', { name: 'Ada Roux' })])

  const restored = await indexOf(space)
  await space.db.table('meta').delete('search')
  const fresh = await indexOf(space)
  for (const table of ['people', 'organisations', 'exchanges']) {
    expect(fresh.all(table).length).toBeGreaterThan(39)
    expect(restored.all(table), table).toEqual(fresh.all(table))
  }
})

test('an index kept for other lists than this version’s is built anew', async () => {
  const { space } = await atSonge()
  await (await indexOf(space)).keepSnapshot()
  await space.db.table('meta').update('search', { catalog: 'older', tables: { people: [] } })
  expect((await indexOf(space)).all('people')).toHaveLength(3)
})

test('after a reading that failed the index reads again', async () => {
  const { space } = await atSonge()
  const index = openSearchIndex(space)
  const fails = () => {
    throw new Error('unreadable')
  }
  space.db.table('people').hook('reading', fails)
  onTestFinished(() => space.db.table('people').hook('reading').unsubscribe(fails))
  await expect(index.refresh()).rejects.toThrow()
  expect(index.isReady()).toBe(false)
  space.db.table('people').hook('reading').unsubscribe(fails)
  await index.refresh()
  expect(names(index, 'people', 'elodie')).toEqual(['Élodie Lefèvre'])
})

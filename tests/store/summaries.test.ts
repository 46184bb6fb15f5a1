import { expect, test } from 'vitest'
import { speak } from '../../src/i18n/language.ts'
import { rowOf } from '../../src/store/read.ts'
import { summariesOf } from '../../src/store/summaries.ts'
import { birth, save } from '../../src/store/write.ts'
import { lineOf } from '../../src/ui/record-line.ts'
import { testSpace } from './test-space.ts'

test('an exchange whose person was deleted says so, and never takes its kind for a name', async () => {
  const space = await testSpace()
  const [ana, bob] = [birth(space, 'people', { name: 'Ana' }), birth(space, 'people', { name: 'Bob' })]
  const forge = birth(space, 'organisations', { name: 'Forge' })
  const kept = { kind: 'fair', at: '2026-11-22T09:30:00.000Z' }
  const met = birth(space, 'exchanges', { ...kept, people: [ana.row], organisation: forge.row })
  const both = birth(space, 'exchanges', { ...kept, people: [ana.row, bob.row] })
  const visited = birth(space, 'exchanges', { ...kept, organisation: forge.row })
  await save(space, [ana, bob, forge, met, both, visited])
  const line = async (id: string) => {
    const row = await rowOf(space, 'exchanges', id)
    const [summary] = await summariesOf(space, 'exchanges', row ? [row] : [])
    const { title, detail } = summary ? lineOf(speak('fr'), space.catalog, summary) : { title: '', detail: '' }
    return `${title} — ${detail}`
  }
  expect(await line(met.row)).toBe('Ana — Forge · Rencontre sur salon')
  const deletedAt = '2026-11-22T10:00:00.000Z'
  await save(space, [{ table: 'people', row: ana.row, fields: { deletedAt } }])
  expect(await line(met.row)).toBe('Personne supprimée — Forge · Rencontre sur salon')
  expect(await line(both.row)).toBe('Bob — Rencontre sur salon')
  await save(space, [{ table: 'organisations', row: forge.row, fields: { deletedAt } }])
  expect(await line(visited.row)).toBe('Structure supprimée — Rencontre sur salon')
})

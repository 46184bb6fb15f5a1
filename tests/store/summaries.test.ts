import { expect, test } from 'vitest'
import { loadTranslation, speak } from '../../src/i18n/language.ts'
import { rowOf } from '../../src/store/read.ts'
import type { Space } from '../../src/store/space.ts'
import { summariesOf } from '../../src/store/summaries.ts'
import { birth, save } from '../../src/store/write.ts'
import { lineOf } from '../../src/ui/record-line.ts'
import { testSpace } from './test-space.ts'

const lineIn = async (space: Space, id: string, speech = speak('fr')) => {
  const row = await rowOf(space, 'exchanges', id)
  const [summary] = await summariesOf(space, 'exchanges', row ? [row] : [])
  const { title, detail } = summary ? lineOf(speech, space.catalog, summary) : { title: '', detail: '' }
  return `${title} — ${detail}`
}

test('an exchange whose person was deleted says so, and never takes its kind for a name', async () => {
  const space = await testSpace()
  const [ana, bob] = [birth(space, 'people', { name: 'Ana' }), birth(space, 'people', { name: 'Bob' })]
  const forge = birth(space, 'organisations', { name: 'Forge' })
  const kept = { kind: 'fair', at: '2026-11-22T09:30:00.000Z' }
  const met = birth(space, 'exchanges', { ...kept, people: [ana.row], organisation: forge.row })
  const both = birth(space, 'exchanges', { ...kept, people: [ana.row, bob.row] })
  const visited = birth(space, 'exchanges', { ...kept, organisation: forge.row })
  await save(space, [ana, bob, forge, met, both, visited])
  const line = (id: string) => lineIn(space, id)
  expect(await line(met.row)).toBe('Ana — Forge · Rencontre sur salon')
  const deletedAt = '2026-11-22T10:00:00.000Z'
  await save(space, [{ table: 'people', row: ana.row, fields: { deletedAt } }])
  expect(await line(met.row)).toBe('Personne supprimée — Forge · Rencontre sur salon')
  expect(await line(both.row)).toBe('Bob — Rencontre sur salon')
  await save(space, [{ table: 'organisations', row: forge.row, fields: { deletedAt } }])
  expect(await line(visited.row)).toBe('Structure supprimée — Rencontre sur salon')
})

test('an exchange with neither person nor structure is named by its subject, else by how its report begins', async () => {
  const space = await testSpace()
  const forge = birth(space, 'organisations', { name: 'Forge' })
  const call = { kind: 'call', at: '2026-11-22T09:30:00.000Z' }
  const report = 'Demande un jury en juin.\nRappeler lundi.'
  const long = 'Oui, en mai. '.repeat(20)
  const asked = birth(space, 'exchanges', { ...call, subject: 'Jury de juin', report })
  const noted = birth(space, 'exchanges', { ...call, report })
  const told = birth(space, 'exchanges', { ...call, report: long })
  const bare = birth(space, 'exchanges', call)
  const tied = birth(space, 'exchanges', { ...call, subject: 'Jury de juin', organisation: forge.row })
  await save(space, [forge, asked, noted, told, bare, tied])
  expect(await lineIn(space, asked.row)).toBe('Jury de juin — Appel')
  expect(await lineIn(space, noted.row)).toBe('Demande un jury en juin. — Appel')
  expect(await lineIn(space, told.row)).toBe(`${long.slice(0, 80)} — Appel`)
  expect(await lineIn(space, bare.row)).toBe('Appel — ')
  expect(await lineIn(space, tied.row)).toBe('Forge — Appel')
  expect(await lineIn(space, asked.row, speak('en', await loadTranslation('en')))).toBe('Jury de juin — Call')
})

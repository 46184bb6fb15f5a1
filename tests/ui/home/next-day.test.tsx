import { screen, within } from '@testing-library/preact'
import { expect, test } from 'vitest'
import type { Language } from '../../../src/i18n/language.ts'
import { birth, save } from '../../../src/store/write.ts'
import { HomeGroups } from '../../../src/ui/home/home-groups.tsx'
import { renderIn, testSpace } from '../render-app.tsx'

const noon = () => new Date('2026-11-24T12:00:00').getTime()

const showWith = async (tasks: readonly { title: string; dueOn: string }[], language: Language = 'fr') => {
  const space = await testSpace(noon)
  await save(
    space,
    tasks.map((task) => birth(space, 'tasks', task)),
  )
  await renderIn(<HomeGroups today="2026-11-24" />, { space, language, path: '/' })
}
const titlesUnder = async (heading: string) => {
  const group = (await screen.findByRole('heading', { name: heading })).closest('section')
  return within(group as HTMLElement)
    .getAllByRole('listitem')
    .map((one) => one.querySelector('bdi')?.textContent)
}

test('of the next day with tasks all are shown up to three, and none of a later day', async () => {
  await showWith([
    { title: 'Rappeler Ana', dueOn: '2026-11-26' },
    { title: 'Imprimer', dueOn: '2026-11-26' },
    { title: 'Rappeler Bruno', dueOn: '2026-11-26' },
    { title: 'Ranger', dueOn: '2026-11-27' },
  ])
  expect((await titlesUnder('Ensuite')).sort()).toEqual(['Imprimer', 'Rappeler Ana', 'Rappeler Bruno'])
  expect(screen.queryByRole('link', { name: /^et / })).toBeNull()
})

test.each([
  ['fr', 'Ensuite', 7, 'et 4\u00a0autres ce jour-là'],
  ['fr', 'Ensuite', 4, 'et une autre ce jour-là'],
  ['en', 'Next', 7, 'and 4 more that day'],
] as const)(
  'of a full day three are shown, and the rest is counted and in the agenda (%s, %s, %i)',
  async (language, next, count, rest) => {
    const day = Array.from({ length: count }, (_, at) => ({ title: `Appel ${at}`, dueOn: '2026-11-26' }))
    await showWith(day, language)
    expect(await titlesUnder(next)).toHaveLength(3)
    expect(screen.getByRole('link', { name: rest }).getAttribute('href')).toBe('/agenda')
  },
)

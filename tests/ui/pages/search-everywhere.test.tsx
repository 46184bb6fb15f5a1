import { fireEvent, screen, waitFor } from '@testing-library/preact'
import { afterEach, expect, test } from 'vitest'
import type { Language } from '../../../src/i18n/language.ts'
import { afterFrame } from '../../../src/store/after-frame.ts'
import { birth, save } from '../../../src/store/write.ts'
import { useLocation } from '../../../src/ui/app/location.tsx'
import { ContactsPlace } from '../../../src/ui/app/places.tsx'
import { renderIn, testSpace } from '../render-app.tsx'

const Place = () => {
  const { path } = useLocation()
  const [, place, table, id] = path.split('/')
  return place === 'contacts' ? <ContactsPlace table={table} id={id} /> : <a href="/contacts/people?event=salon">12</a>
}
const box = () => screen.findByRole<HTMLInputElement>('searchbox')
const ask = async (words: string) => fireEvent.input(await box(), { target: { value: words } })
const lines = () => screen.queryAllByRole('listitem').map((one) => one.querySelector('bdi')?.textContent)

/** Two people and an exchange that are found by “Ruiz”, and no structure. */
const someRuiz = async () => {
  const space = await testSpace()
  const ana = birth(space, 'people', { name: 'Ana Ruiz' })
  await save(space, [
    ana,
    birth(space, 'people', { name: 'Paul Ruiz' }),
    birth(space, 'organisations', { name: 'Menuiserie Arc' }),
    birth(space, 'exchanges', { kind: 'call', at: '2026-11-22T09:30:00.000Z', people: [ana.row] }),
  ])
  return space
}
const openStructures = async (language: Language = 'fr', isIndexed = true) =>
  renderIn(<Place />, { space: await someRuiz(), path: '/contacts/organisations', language, isIndexed })

// What is asked stays with the lists.
afterEach(async () => {
  if (screen.queryByRole('searchbox')) await ask('')
})

test.each([
  ['fr', /^Rien trouvé pour «.ruiz.»/, ['2 dans Personnes', '1 dans Échanges']],
  ['en', /^Nothing found for “ruiz”/, ['2 in People', '1 in Interactions']],
] as const)(
  'what another list holds is one quiet line away, and the words come along (%s)',
  async (language, none, ways) => {
    await openStructures(language)
    await ask('ruiz')
    await screen.findByText(none)
    const way = await screen.findByRole('link', { name: ways[0] })
    expect([...(way.parentElement?.children ?? [])].map((one) => one.textContent)).toEqual(ways)
    expect(way.getBoundingClientRect().height).toBeGreaterThanOrEqual(48)
    fireEvent.click(way)
    await waitFor(() => expect(lines()).toEqual(['Ana Ruiz', 'Paul Ruiz']))
    expect((await box()).value).toBe('ruiz')
  },
)

test('the words stay as one goes from tab to tab', async () => {
  await openStructures()
  await ask('paul')
  fireEvent.click(screen.getByRole('tab', { name: 'Personnes' }))
  await waitFor(() => expect(lines()).toEqual(['Paul Ruiz']))
  await ask('ana')
  fireEvent.click(screen.getByRole('tab', { name: 'Échanges' }))
  await waitFor(async () => expect((await box()).value).toBe('ana'))
  await waitFor(() => expect(lines()).toEqual(['Ana Ruiz']))
})

test('a list that answers well enough names no other', async () => {
  const space = await someRuiz()
  await save(
    space,
    ['Béa', 'Léo'].map((name) => birth(space, 'people', { name: `${name} Ruiz` })),
  )
  const { index } = await renderIn(<Place />, { space, path: '/contacts/people' })
  const asked: string[] = []
  const { search } = index
  index.search = function (table, ...how) {
    asked.push(table)
    return search.call(this, table, ...how)
  }
  await ask('ruiz')
  await waitFor(() => expect(lines()).toHaveLength(4))
  for (let frames = 0; frames < 5; frames += 1) await afterFrame()
  expect(screen.queryByRole('link', { name: / dans / })).toBeNull()
  expect(new Set(asked)).toEqual(new Set(['people']))
})

test('the rows of the list one looks at are painted before the others are counted', async () => {
  const { index } = await openStructures()
  await screen.findByText('Menuiserie Arc')
  const seen: string[] = []
  const { search } = index
  index.search = function (table, ...how) {
    // Drawn here is painted with the frame that comes next.
    if (table === 'organisations') requestAnimationFrame(() => setTimeout(() => seen.push('painted')))
    else seen.push(`${table} counted, ${lines().length} shown`)
    return search.call(this, table, ...how)
  }
  await ask('none of this')
  await screen.findByText(/^Rien trouvé/)
  await waitFor(() => expect(seen).toContain('exchanges counted, 0 shown'))
  const counted = seen.indexOf('people counted, 0 shown')
  expect(seen.slice(0, counted)).toContain('painted')
  expect(seen.slice(counted).filter((one) => one !== 'painted')).toHaveLength(2)
})

test('while the index loads nothing is said to be absent, here or elsewhere', async () => {
  const { index } = await openStructures('fr', false)
  await ask('ruiz')
  await screen.findByText('Recherche en cours…')
  expect(screen.queryByText(/^Rien trouvé/)).toBeNull()
  expect(screen.queryByRole('link', { name: / dans / })).toBeNull()
  await index.refresh()
  await screen.findByText(/^Rien trouvé/)
  await screen.findByRole('link', { name: '2 dans Personnes' })
})

test('who comes from a figure is shown all that it counts, whatever was searched before', async () => {
  await openStructures()
  await ask('ruiz')
  const leave = Object.assign(document.createElement('a'), { href: '/pilotage' })
  document.body.append(leave)
  fireEvent.click(leave)
  leave.remove()
  fireEvent.click(await screen.findByRole('link', { name: '12' }))
  expect((await box()).value).toBe('')
})

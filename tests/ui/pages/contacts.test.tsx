import { fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { expect, onTestFinished, test } from 'vitest'
import { page } from 'vitest/browser'
import { birth, save } from '../../../src/store/write.ts'
import { useLocation } from '../../../src/ui/app/location.tsx'
import { ContactsPlace } from '../../../src/ui/app/places.tsx'
import { Contacts } from '../../../src/ui/pages/contacts.tsx'
import { renderIn, testSpace } from '../render-app.tsx'

test.each(['people', 'organisations', 'exchanges'])(
  'the trash is one quiet line under the list of %s',
  async (table) => {
    await renderIn(<Contacts table={table} />, { path: `/contacts/${table}` })
    const link = await screen.findByRole('link', { name: 'Corbeille' })
    expect(link.getAttribute('href')).toBe('/corbeille')
    expect(link.getBoundingClientRect().height).toBeGreaterThanOrEqual(48)
  },
)

test.each([
  ['people', 'Fiche complète'],
  ['organisations', 'Structure'],
  ['exchanges', 'Échange'],
])('the list of %s leads to the form of a new one', async (table, label) => {
  await renderIn(<Contacts table={table} />, { path: `/contacts/${table}` })
  const link = await screen.findByRole('link', { name: label })
  expect(link.getAttribute('href')).toBe(`/contacts/${table}/new`)
  expect(link.getBoundingClientRect().height).toBeGreaterThanOrEqual(48)
})

test('the list of people names its form apart from the bar’s ＋, in English too', async () => {
  await renderIn(<Contacts table="people" />, { path: '/contacts/people', language: 'en' })
  expect((await screen.findByRole('link', { name: 'Full record' })).getAttribute('href')).toBe('/contacts/people/new')
  expect(screen.queryByRole('link', { name: 'Person' })).toBeNull()
})

const lines = () =>
  within(screen.getByRole('list'))
    .getAllByRole('link')
    .map((link) => link.querySelector('bdi')?.textContent)
const ask = (text: string) => fireEvent.input(screen.getByRole('searchbox'), { target: { value: text } })

test('each line leads to whom it names, while one searches, after, and when somebody is added', async () => {
  const space = await testSpace()
  const people = ['Ada', 'Adèle', 'Bruno', 'Chloé'].map((name) => birth(space, 'people', { name }))
  await save(space, people)
  await renderIn(<Contacts table="people" />, { space, path: '/contacts/people' })
  const paths = new Map(people.map(({ row, fields }) => [`/contacts/people/${row}`, fields.name]))
  const shows = (...names: string[]) => {
    expect(lines()).toEqual(names)
    const links = within(screen.getByRole('list')).getAllByRole('link')
    expect(links.map((link) => paths.get(link.getAttribute('href') ?? ''))).toEqual(names)
  }
  await waitFor(() => shows('Ada', 'Adèle', 'Bruno', 'Chloé'))
  ask('b')
  await waitFor(() => shows('Bruno'))
  ask('')
  await waitFor(() => shows('Ada', 'Adèle', 'Bruno', 'Chloé'))
  const aaron = birth(space, 'people', { name: 'Aaron' })
  paths.set(`/contacts/people/${aaron.row}`, 'Aaron')
  await save(space, [aaron])
  await waitFor(() => shows('Aaron', 'Ada', 'Adèle', 'Bruno', 'Chloé'))
  ask('ad')
  await waitFor(() => shows('Ada', 'Adèle'))
  // What is asked stays with the list.
  ask('')
})

test('the first rows of a list are there before it is counted', async () => {
  const space = await testSpace()
  await save(
    space,
    ['Ada', 'Bruno'].map((name) => birth(space, 'people', { name })),
  )
  const { count } = IDBIndex.prototype
  const shown: string[] = []
  IDBIndex.prototype.count = function (...given) {
    shown.push([...document.querySelectorAll('li a bdi')].map((name) => name.textContent).join(', '))
    return count.apply(this, given)
  }
  onTestFinished(() => {
    IDBIndex.prototype.count = count
  })
  await renderIn(<Contacts table="people" />, { space, path: '/contacts/people', isIndexed: false })
  await screen.findByText('2 fiches')
  expect(shown).toEqual(['Ada, Bruno'])
})

test('a long list draws what the screen may hold, more as one comes near its end, the rest when asked', async () => {
  const space = await testSpace()
  const names = Array.from({ length: 80 }, (_, at) => `Personne ${String(at).padStart(2, '0')}`)
  await save(
    space,
    names.map((name) => birth(space, 'people', { name })),
  )
  await renderIn(<Contacts table="people" />, { space, path: '/contacts/people' })
  await screen.findByText('80 fiches')
  expect(lines()).toEqual(names.slice(0, lines().length))
  const [last] = screen.getAllByRole('listitem').slice(-1)
  expect(last?.getBoundingClientRect().bottom).toBeGreaterThanOrEqual(innerHeight)
  expect(last?.getBoundingClientRect().top).toBeLessThan(innerHeight + 100)
  screen.getByRole('button', { name: 'Voir plus' }).scrollIntoView()
  await waitFor(() => expect(lines()).toEqual(names.slice(0, 50)))
  fireEvent.click(screen.getByRole('button', { name: 'Voir plus' }))
  await waitFor(() => expect(lines()).toEqual(names))
  expect(screen.queryByRole('button', { name: 'Voir plus' })).toBeNull()
})

test('while the index loads a search says that it searches, never that nothing was found', async () => {
  const space = await testSpace()
  await save(space, [birth(space, 'people', { name: 'Ada' })])
  const { index } = await renderIn(<Contacts table="people" />, { space, path: '/contacts/people', isIndexed: false })
  await screen.findByText('1 fiche')
  ask('zzz')
  await screen.findByText('Recherche en cours…')
  expect(screen.queryByText(/^Rien trouvé/)).toBeNull()
  await index.refresh()
  await screen.findByText(/^Rien trouvé/)
  expect(screen.queryByText('Recherche en cours…')).toBeNull()
  ask('')
})

const Place = () => {
  const [, , table, id] = useLocation().path.split('/')
  return <ContactsPlace table={table} id={id} />
}
test('from 900 px on the record stands beside the list, which stays; narrower it takes its place', async () => {
  await page.viewport(900, 800)
  onTestFinished(() => page.viewport(390, 844))
  const space = await testSpace()
  const ana = birth(space, 'people', { name: 'Ana Ruiz' })
  await save(space, [ana, birth(space, 'people', { name: 'Bob Léon' })])
  await renderIn(<Place />, { space, path: '/contacts/people' })
  await screen.findByText('La fiche que vous choisissez s’ouvre ici.')
  fireEvent.click(await screen.findByRole('link', { name: /Ana Ruiz/ }))
  const title = await screen.findByRole('heading', { name: 'Ana Ruiz', level: 1 })
  const list = screen.getByRole('link', { name: /Bob Léon/ }).getBoundingClientRect()
  expect(title.getBoundingClientRect().left).toBeGreaterThanOrEqual(list.right)
  await page.viewport(899, 800)
  await waitFor(() => expect(screen.queryByRole('link', { name: /Bob Léon/ })).toBeNull())
  await screen.findByRole('heading', { name: 'Ana Ruiz', level: 1 })
})

test('the three lists keep their names', async () => {
  await renderIn(<Contacts table="people" />, { path: '/contacts/people' })
  const tabs = within(await screen.findByRole('tablist')).getAllByRole('tab')
  expect(tabs.map((tab) => tab.textContent)).toEqual(['Personnes', 'Structures', 'Échanges'])
})

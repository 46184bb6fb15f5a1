import { fireEvent, screen, waitFor } from '@testing-library/preact'
import { afterEach, expect, test } from 'vitest'
import { notesOf } from '../../../src/store/device-notes.ts'
import type { Space } from '../../../src/store/space.ts'
import { SettingsPage } from '../../../src/ui/pages/settings.tsx'
import { FilesSetting } from '../../../src/ui/pages/settings-files.tsx'
import { HelpSetting } from '../../../src/ui/pages/settings-help.tsx'
import { StorageSetting } from '../../../src/ui/pages/settings-storage.tsx'
import { sizeInWords } from '../../../src/ui/pages/size-in-words.ts'
import { version } from '../../../src/ui/update/version.ts'
import { claire, teamSpace } from '../as-a-team.ts'
import { renderIn, testSpace } from '../render-app.tsx'

const nameField = (name: string) => screen.findByRole<HTMLInputElement>('textbox', { name })

afterEach(() => {
  delete document.documentElement.dataset.theme
  localStorage.removeItem('maillage.theme')
})

test('one’s name is kept as it is typed, without a button', async () => {
  const { space } = await renderIn(<SettingsPage />)
  const field = await nameField('Votre nom')
  fireEvent.input(field, { target: { value: 'Camille Martin' } })
  await waitFor(async () => expect((await notesOf(space)).myName).toBe('Camille Martin'))
  expect(field.value).toBe('Camille Martin')
  fireEvent.input(field, { target: { value: '' } })
  await waitFor(async () => expect((await notesOf(space)).myName).toBeUndefined())
})

test('which version one uses is told', async () => {
  await renderIn(<SettingsPage />)
  await screen.findByText(`Vous utilisez la version ${version}`)
  expect(version).not.toBe('')
})

test('one’s name is there when one comes back', async () => {
  const space = await testSpace()
  await space.db.table('meta').put({ key: 'notes', notes: { myName: 'Camille' } })
  await renderIn(<SettingsPage />, { space })
  await screen.findByDisplayValue('Camille')
})

const nameSent = async (space: Space) =>
  (await space.db.table('outbox').toArray()).map(({ table, row, fields }) => ({ table, row, fields }))

test('in a space one’s name is what the team sees, sent whole once the field is left, and can be taken back', async () => {
  const space = await teamSpace(Date.now)
  const { notices } = await renderIn(<SettingsPage />, { space })
  await screen.findByText('L’équipe le voit à côté de ce que vous notez.')
  const field = await nameField('Votre nom')
  expect(field.value).toBe('Moi')
  for (const value of ['Camille', 'Camille Roux ']) fireEvent.input(field, { target: { value } })
  fireEvent.change(field)
  await waitFor(() => expect(notices).toHaveLength(1))
  expect((await space.db.table('members').get(space.me)).name).toBe('Camille Roux')
  expect(await nameSent(space)).toEqual([{ table: 'members', row: space.me, fields: { name: 'Camille Roux' } }])
  notices[0]?.act?.run()
  await waitFor(() => expect(field.value).toBe('Moi'))
})

test('on a further device the name that changes is that of the person; without a name nothing does', async () => {
  const space = await teamSpace(Date.now)
  await space.db.table('members').update(space.me, { mergedInto: claire })
  const { view } = await renderIn(<SettingsPage />, { space, language: 'en' })
  await screen.findByText('The team sees it beside what you note.')
  const field = await nameField('Your name')
  fireEvent.input(field, { target: { value: ' ' } })
  fireEvent.change(field)
  await waitFor(() => expect(field.value).toBe('Claire Martin'))
  fireEvent.input(field, { target: { value: 'Claire Roux' } })
  await waitFor(() => expect(field.value).toBe('Claire Roux'))
  view.unmount()
  await waitFor(async () =>
    expect(await nameSent(space)).toEqual([{ table: 'members', row: claire, fields: { name: 'Claire Roux' } }]),
  )
})

test('a theme is applied at once, kept, and told by more than colour', async () => {
  await renderIn(<SettingsPage />)
  expect(screen.getByRole('button', { name: 'Automatique' }).getAttribute('aria-pressed')).toBe('true')
  const sun = screen.getByRole('button', { name: 'Plein soleil' })
  fireEvent.click(sun)
  expect(document.documentElement.dataset.theme).toBe('sun')
  expect(localStorage.getItem('maillage.theme')).toBe('sun')
  await waitFor(() => expect(sun.getAttribute('aria-pressed')).toBe('true'))
  expect(sun.querySelector('svg')).not.toBeNull()
})

test('each language is offered under its own name', async () => {
  await renderIn(<SettingsPage />, { language: 'en' })
  expect(screen.getByRole('button', { name: 'English' }).getAttribute('aria-pressed')).toBe('true')
  expect(screen.getByRole('button', { name: 'Français' }).getAttribute('aria-pressed')).toBe('false')
  screen.getByRole('heading', { name: 'Settings' })
})

test('from one’s own notebook one enters the examples, from the examples one leaves them', async () => {
  const space = await testSpace()
  const { view } = await renderIn(<SettingsPage />, { space })
  screen.getByRole('button', { name: 'Essayer avec des exemples' })
  view.unmount()
  await renderIn(<SettingsPage />, { space: { ...space, kind: 'examples' } })
  screen.getByRole('button', { name: 'Quitter les exemples' })
})

test('unprotected storage is said in words, and a granted request is told', async () => {
  let persisted = false
  const read = async () => ({ persisted, used: 1_234_567, room: 5e9 })
  const ask = async () => {
    persisted = true
    return true
  }
  const { notices } = await renderIn(<StorageSetting read={read} ask={ask} />)
  await screen.findByText(/peut effacer vos fiches/)
  screen.getByText(/1,2.Mo occupés, 5.Go encore disponibles/)
  fireEvent.click(screen.getByRole('button', { name: 'Protéger mes fiches' }))
  await screen.findByText(/n’efface pas vos fiches/)
  expect(notices.at(-1)?.text).toBe('Vos fiches sont protégées')
  expect(screen.queryByRole('button')).toBeNull()
})

test('a refusal is told with what to do', async () => {
  const { notices } = await renderIn(
    <StorageSetting read={async () => ({ persisted: false })} ask={async () => false} />,
  )
  fireEvent.click(await screen.findByRole('button', { name: 'Protéger mes fiches' }))
  await waitFor(() => expect(notices.at(-1)?.text).toMatch(/n’a pas accepté/))
})

test('the diagnostic file is handed over as readable text, and repairing leaves the app', async () => {
  const files: [string, string][] = []
  const left: string[] = []
  await renderIn(<HelpSetting hand={(...file) => files.push(file)} leave={(url) => left.push(url)} />)
  fireEvent.click(screen.getByRole('button', { name: /Fichier de diagnostic/ }))
  await waitFor(() => expect(files).toHaveLength(1))
  const [name, text] = files[0] ?? ['', '']
  expect(name).toMatch(/^maillage-diagnostic-\d{4}-\d\d-\d\d\.json$/)
  expect(JSON.parse(text)).toMatchObject({ version: 'test', language: 'fr', theme: 'auto', space: 'own' })
  fireEvent.click(screen.getByRole('button', { name: /Réparer/ }))
  expect(left).toEqual(['/reparer.html'])
  expect(screen.getByRole('link', { name: /Corbeille/ }).getAttribute('href')).toBe('/corbeille?de=reglages')
})

test('a closed database is said, not swallowed', async () => {
  const { space, notices } = await renderIn(<HelpSetting hand={() => {}} />)
  const closed = { ...space }
  closed.db.close({ disableAutoOpen: true })
  fireEvent.click(screen.getByRole('button', { name: /Fichier de diagnostic/ }))
  await waitFor(() => expect(notices.at(-1)?.urgent).toBe(true))
})

test('sizes are told in the units of the language', () => {
  expect(sizeInWords('fr', 0)).toMatch(/^0/)
  expect(sizeInWords('fr', 1_250_000)).toMatch(/^1,3\sMo$/)
  expect(sizeInWords('en', 2_000_000_000)).toMatch(/^2\sGB$/)
})

test('photos may be told to wait for a Wi-Fi, on a phone in a space that can tell one', async () => {
  const space = await teamSpace(() => 1_800_000_000_000)
  await renderIn(<FilesSetting canTell />, { space })
  fireEvent.click(await screen.findByRole('button', { name: 'Wi-Fi seulement' }))
  await waitFor(async () => expect((await notesOf(space)).filesOnWifi).toBe(true))
  fireEvent.click(screen.getByRole('button', { name: 'Tout réseau' }))
  await waitFor(async () => expect((await notesOf(space)).filesOnWifi).toBeUndefined())
})

test('a phone that cannot tell its network is not asked', async () => {
  const space = await teamSpace(() => 1_800_000_000_000)
  await renderIn(<FilesSetting canTell={false} />, { space })
  await new Promise((done) => setTimeout(done, 50))
  expect(screen.queryByRole('button')).toBeNull()
})

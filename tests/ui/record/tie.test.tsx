import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { expect, test } from 'vitest'
import { draftsOf } from '../../../src/store/drafts.ts'
import { rowOf } from '../../../src/store/read.ts'
import { birth, save } from '../../../src/store/write.ts'
import { Drafts } from '../../../src/ui/pages/drafts.tsx'
import { RecordPage } from '../../../src/ui/record/record-page.tsx'
import { renderIn, testSpace } from '../render-app.tsx'

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))
const tied = async () => {
  const space = await testSpace()
  const [ana, forge] = [birth(space, 'people', { name: 'Ana Ruiz' }), birth(space, 'organisations', { name: 'Forge' })]
  const tie = birth(space, 'affiliations', { person: ana.row, organisation: forge.row, role: 'tutor', main: true })
  await save(space, [ana, forge, tie])
  const kept = () => rowOf(space, 'affiliations', tie.row)
  return { space, ana: ana.row, forge: forge.row, tie: tie.row, kept }
}

test.each(['people', 'organisations'])(
  'a tie is corrected by the pen on its line, on the page of %s',
  async (table) => {
    const { space, ana, forge, tie } = await tied()
    await renderIn(<RecordPage table={table} id={table === 'people' ? ana : forge} />, { space })
    const pen = await screen.findByRole('link', {
      name: `Modifier\u00a0: ${table === 'people' ? 'Forge' : 'Ana Ruiz'}`,
    })
    expect(pen.getAttribute('href')).toBe(`/agenda/affiliations/${tie}`)
    expect(Math.min(pen.offsetWidth, pen.offsetHeight)).toBeGreaterThanOrEqual(48)
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(innerWidth)
  },
)

test('since when somebody is in a structure is read whole, however narrow its line', async () => {
  const { space, ana, tie } = await tied()
  await save(space, [{ table: 'affiliations', row: tie, fields: { role: 'correspondent', since: '2022-11-21' } }])
  await renderIn(<RecordPage table="people" id={ana} />, { space })
  const told = await screen.findByText(/^Correspondant/)
  expect(told.innerText).toContain('depuis le 21')
  told.style.maxWidth = '12rem'
  expect(told.scrollWidth).toBeLessThanOrEqual(told.clientWidth)
})

test('the page of a tie goes back to the person, and corrects what one is there and since when', async () => {
  const { space, ana, tie, kept } = await tied()
  await renderIn(<RecordPage table="affiliations" id={tie} />, { space, path: `/agenda/affiliations/${tie}` })
  expect((await screen.findByRole('link', { name: 'Retour' })).getAttribute('href')).toBe(`/contacts/people/${ana}`)
  fireEvent.click(await screen.findByRole('button', { name: /^Rôle/ }))
  fireEvent.change(await screen.findByLabelText('Rôle'), { target: { value: 'hr' } })
  press('Enregistrer')
  await waitFor(async () => expect(await kept()).toMatchObject({ role: 'hr' }))
  await screen.findByRole('button', { name: /^Rôle\s*RH/ })
  fireEvent.click(await screen.findByRole('button', { name: /^Rattachement principal/ }))
  fireEvent.click(await screen.findByRole('checkbox', { name: 'Rattachement principal' }))
  press('Enregistrer')
  await waitFor(async () => expect(await kept()).toMatchObject({ main: false }))
  await screen.findByRole('button', { name: 'Compléter' })
  press('Compléter')
  fireEvent.input(await screen.findByLabelText('Depuis'), { target: { value: '2026-09-01' } })
  fireEvent.input(screen.getByLabelText('Jusqu’à'), { target: { value: '2026-10-01' } })
  press('Enregistrer')
  await waitFor(async () => expect(await kept()).toMatchObject({ since: '2026-09-01', until: '2026-10-01' }))
})

test('a tie noted by mistake is deleted, which leads back to the person, and can be taken back', async () => {
  const { space, ana, tie, kept } = await tied()
  const path = `/agenda/affiliations/${tie}`
  const { notices } = await renderIn(<RecordPage table="affiliations" id={tie} />, { space, path })
  await screen.findByRole('button', { name: 'Supprimer cette fiche' })
  press('Supprimer cette fiche')
  await waitFor(() => expect(location.pathname).toBe(`/contacts/people/${ana}`))
  expect(await kept()).toHaveProperty('deletedAt')
  notices.at(-1)?.act?.run()
  await waitFor(async () => expect(await kept()).not.toHaveProperty('deletedAt'))
})

test.each(['people', 'organisations'])('a tie begun on a page of %s is come back to on that page', async (table) => {
  const { space, ana, forge } = await tied()
  const id = table === 'people' ? ana : forge
  const path = `/contacts/${table}/${id}`
  await renderIn(<RecordPage table={table} id={id} />, { space, path })
  const ties = (await screen.findByRole('heading', { name: table === 'people' ? 'Structures' : 'Personnes' })).closest(
    'section',
  ) as HTMLElement
  fireEvent.click(within(ties).getByRole('button', { name: 'Ajouter' }))
  fireEvent.change(await screen.findByLabelText('Rôle'), { target: { value: 'sponsor' } })
  await waitFor(async () => expect(await draftsOf(space)).toHaveLength(1))
  await waitFor(async () => expect((await draftsOf(space))[0]?.title).toMatch(/^Rattachement · (Ana Ruiz|Forge)$/))
  cleanup()
  await renderIn(<Drafts />, { space, path: '/' })
  fireEvent.click(await screen.findByRole('button', { name: 'Reprendre' }))
  expect(location.pathname).toBe(path)
  cleanup()
  await renderIn(<RecordPage table={table} id={id} />, { space })
  await screen.findByText('Brouillon repris.')
  expect(screen.getByLabelText('Rôle')).toHaveProperty('value', 'sponsor')
  press('Annuler')
  await waitFor(async () => expect(await draftsOf(space)).toEqual([]))
  await waitFor(() => expect(location.search).toBe(''))
})

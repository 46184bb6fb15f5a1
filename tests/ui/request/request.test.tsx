import { fireEvent, screen, waitFor } from '@testing-library/preact'
import { expect, test } from 'vitest'
import { draftsOf } from '../../../src/store/drafts.ts'
import { birth, save } from '../../../src/store/write.ts'
import { RequestPage } from '../../../src/ui/request/request-page.tsx'
import { resumePath } from '../../../src/ui/resume-path.ts'
import { claire, teamSpace } from '../as-a-team.ts'
import { renderIn } from '../render-app.tsx'

const noon = () => new Date('2026-11-24T12:00:00').getTime()
const fill = (label: string, value: string) => fireEvent.input(screen.getByLabelText(label), { target: { value } })

test('a structure’s request is one save: the call that came in, and a task of the colleague it is given to', async () => {
  const space = await teamSpace(noon)
  const dupont = birth(space, 'organisations', { name: 'Dupont' })
  await save(space, [dupont])
  const { notices } = await renderIn(<RequestPage />, { space, path: `/demande?organisation=${dupont.row}` })
  await screen.findByDisplayValue('Dupont')
  fill('Ce qui est demandé', 'Deux stagiaires en mai\nEn menuiserie, si possible')
  fireEvent.click(await screen.findByRole('button', { name: 'Claire Martin' }))
  fireEvent.click(screen.getByRole('button', { name: 'E-mail' }))
  fireEvent.click(screen.getByRole('button', { name: 'Enregistrer' }))
  await waitFor(() => expect(location.pathname).toBe(`/contacts/organisations/${dupont.row}`))
  const [exchange] = await space.db.table('exchanges').toArray()
  const [task] = await space.db.table('tasks').toArray()
  expect(exchange).toMatchObject({
    ...{ kind: 'email', direction: 'incoming', organisation: dupont.row, author: space.me },
    ...{ subject: 'Deux stagiaires en mai', report: 'Deux stagiaires en mai\nEn menuiserie, si possible' },
  })
  expect(task).toMatchObject({
    ...{ kind: 'request', title: 'Deux stagiaires en mai', owner: claire, organisation: dupont.row },
    exchange: exchange.id,
  })
  expect(task.dueOn).toBeUndefined()
  expect(notices.at(-1)?.text).toBe('Demande notée et confiée à Claire Martin')
  notices.at(-1)?.act?.run()
  await waitFor(async () => expect((await space.db.table('tasks').toArray())[0].deletedAt).toBeTruthy())
})

test('somebody unknown of a structure unknown is noted with the request, and belongs to it', async () => {
  const space = await teamSpace(noon)
  await renderIn(<RequestPage />, { space, path: '/demande' })
  await screen.findByLabelText('Structure')
  fill('Structure', 'Forge Neuve')
  fill('Personne', 'Ana Ruiz')
  fill('Ce qui est demandé', 'Visiter le lycée')
  fireEvent.click(screen.getByRole('button', { name: 'Enregistrer' }))
  await waitFor(async () => expect(await space.db.table('tasks').count()).toBe(1))
  const first = (table: string) => space.db.table(table).toCollection().first()
  const [person, organisation] = [await first('people'), await first('organisations')]
  const [tie, exchange, task] = [await first('affiliations'), await first('exchanges'), await first('tasks')]
  expect([person.name, organisation.name]).toEqual(['Ana Ruiz', 'Forge Neuve'])
  expect(tie).toMatchObject({ person: person.id, organisation: organisation.id })
  expect(exchange).toMatchObject({ kind: 'call', people: [person.id], organisation: organisation.id })
  expect(task).toMatchObject({ owner: space.me, person: person.id, organisation: organisation.id })
})

test.each([
  ['fr', 'Structure'],
  ['en', 'Organisation'],
] as const)('the first field is ready to be typed in when the form opens (%s)', async (language, name) => {
  await renderIn(<RequestPage />, { space: await teamSpace(noon), path: '/demande', language })
  const first = await screen.findByRole('combobox', { name })
  await waitFor(() => expect(document.activeElement === first).toBe(true))
})

test('without what is asked nothing is saved, and it is said by the field', async () => {
  const space = await teamSpace(noon)
  await renderIn(<RequestPage />, { space, path: '/demande' })
  fireEvent.click(await screen.findByRole('button', { name: 'Enregistrer' }))
  expect(await screen.findByText('Notez ce qui est demandé.')).toBeTruthy()
  expect(document.activeElement).toBe(screen.getByLabelText('Ce qui est demandé'))
  expect(await space.db.table('outbox').count()).toBe(0)
})

test('a request begun and left is found again where it stood', async () => {
  const space = await teamSpace(noon)
  const { view } = await renderIn(<RequestPage />, { space, path: '/demande' })
  await screen.findByLabelText('Structure')
  fill('Ce qui est demandé', 'Un alternant')
  await waitFor(async () => expect(await draftsOf(space)).toHaveLength(1))
  view.unmount()
  const [draft] = await draftsOf(space)
  expect(draft?.title).toBe('Demande · Un alternant')
  await renderIn(<RequestPage />, { space, path: String(draft && resumePath(space.catalog, draft)) })
  expect(await screen.findByDisplayValue('Un alternant')).toBeTruthy()
})

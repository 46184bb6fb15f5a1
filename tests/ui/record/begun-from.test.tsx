import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact'
import { expect, test } from 'vitest'
import { draftsOf } from '../../../src/store/drafts.ts'
import { listed } from '../../../src/store/read.ts'
import { birth, save } from '../../../src/store/write.ts'
import { RecordFormPage } from '../../../src/ui/record/record-form-page.tsx'
import { RecordPage } from '../../../src/ui/record/record-page.tsx'
import { resumePath } from '../../../src/ui/resume-path.ts'
import { renderIn, testSpace } from '../render-app.tsx'

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))
const noon = () => new Date('2026-11-24T12:00:00').getTime()
const say = (kind: string) => fireEvent.change(screen.getByLabelText('Type'), { target: { value: kind } })

const pages = [
  ['people', { name: 'Inès Vidal' }],
  ['organisations', { name: 'Fonderie' }],
  ['events', { name: 'Forum de Niort', startsOn: '2026-11-24' }],
] as const

test.each(pages)('an exchange begun from a page of %s comes back to it when it is saved', async (table, values) => {
  const space = await testSpace(noon)
  const row = birth(space, table, values)
  await save(space, [row])
  const path = `/${table === 'events' ? 'agenda' : 'contacts'}/${table}/${row.row}`
  await renderIn(<RecordPage table={table} id={row.row} />, { space, path })
  const link = await screen.findByRole('link', { name: 'Noter un échange' })
  const begun = String(link.getAttribute('href'))
  cleanup()
  await renderIn(<RecordFormPage table="exchanges" />, { space, path: begun })
  await screen.findByLabelText('Type')
  expect(screen.getByRole('link', { name: 'Retour' }).getAttribute('href')).toBe(path)
  say('call')
  press('Enregistrer')
  await waitFor(() => expect(location.pathname).toBe(path))
  expect(await listed(space, 'exchanges')).toHaveLength(1)
})

test('an exchange whose draft was come back to leads to where it was begun all the same', async () => {
  const space = await testSpace(noon)
  const ines = birth(space, 'people', { name: 'Inès Vidal' })
  await save(space, [ines])
  const path = `/contacts/exchanges/new?people=${ines.row}&from=people/${ines.row}`
  await renderIn(<RecordFormPage table="exchanges" />, { space, path })
  await screen.findByLabelText('Type')
  say('call')
  await waitFor(async () => expect(await draftsOf(space)).toHaveLength(1))
  cleanup()
  const [draft] = await draftsOf(space)
  const again = String(draft && resumePath(space.catalog, draft))
  await renderIn(<RecordFormPage table="exchanges" />, { space, path: again })
  await screen.findByText('Brouillon repris.')
  press('Enregistrer')
  await waitFor(() => expect(location.pathname).toBe(`/contacts/people/${ines.row}`))
})

test('a thing to do begun from a person’s page is about their structure, and comes back to them', async () => {
  const space = await testSpace(noon)
  const [ines, foundry] = [
    birth(space, 'people', { name: 'Inès Vidal' }),
    birth(space, 'organisations', { name: 'Fonderie' }),
  ]
  const tie = birth(space, 'affiliations', { person: ines.row, organisation: foundry.row })
  await save(space, [ines, foundry, tie])
  const path = `/contacts/people/${ines.row}`
  await renderIn(<RecordPage table="people" id={ines.row} />, { space, path })
  const todo = await screen.findByRole('heading', { name: 'À faire' })
  const begun = todo.parentElement?.querySelector('a')?.getAttribute('href')
  cleanup()
  await renderIn(<RecordFormPage table="tasks" />, { space, path: String(begun) })
  fireEvent.input(await screen.findByLabelText('Quoi'), { target: { value: 'Envoyer la plaquette' } })
  press('Enregistrer')
  await waitFor(() => expect(location.pathname).toBe(path))
  expect(await listed(space, 'tasks')).toMatchObject([{ person: ines.row, organisation: foundry.row }])
})

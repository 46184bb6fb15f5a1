import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { expect, test } from 'vitest'
import { draftsOf } from '../../../src/store/drafts.ts'
import { listed } from '../../../src/store/read.ts'
import type { Space } from '../../../src/store/space.ts'
import { birth, save } from '../../../src/store/write.ts'
import { RecordFormPage } from '../../../src/ui/record/record-form-page.tsx'
import { RecordPage } from '../../../src/ui/record/record-page.tsx'
import { renderIn, testSpace } from '../render-app.tsx'

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))
const noon = () => new Date('2026-11-24T12:00:00').getTime()
const asked = /^Sera noté à faire/

/** A form of an exchange by phone with Inès, who works at the foundry. */
const withInes = async (language: 'fr' | 'en' = 'fr') => {
  const space = await testSpace(noon)
  const ines = birth(space, 'people', { name: 'Inès Vidal' })
  const foundry = birth(space, 'organisations', { name: 'Fonderie' })
  await save(space, [ines, foundry])
  const path = `/contacts/exchanges/new?kind=call&people=${ines.row}&organisation=${foundry.row}`
  const shown = await renderIn(<RecordFormPage table="exchanges" />, { space, path, language })
  await screen.findByText('Inès Vidal')
  return { ...shown, ines: ines.row, foundry: foundry.row }
}
const tasks = (space: Space) => space.db.table('tasks').toArray()

test('a next step becomes a thing to do for the day one chose, saved and taken back with the exchange', async () => {
  const { space, ines, foundry, notices } = await withInes()
  expect(screen.queryByLabelText('À faire pour le', { selector: 'input' })).toBeNull()
  press('Rappeler')
  press('À faire dans 15\u00a0jours')
  expect(screen.getByLabelText('À faire pour le', { selector: 'input' })).toHaveProperty('value', '2026-12-09')
  press('Enregistrer')
  await waitFor(async () => expect(await listed(space, 'exchanges')).toHaveLength(1))
  const [exchange] = await listed(space, 'exchanges')
  expect(exchange).toMatchObject({ outcome: 'callBack' })
  expect(await tasks(space)).toMatchObject([
    {
      ...{ title: 'Rappeler · Inès Vidal', kind: 'callBack', dueOn: '2026-12-09', owner: space.me },
      ...{ person: ines, organisation: foundry, exchange: exchange?.id },
    },
  ])
  // Written at once, or not at all.
  expect((await tasks(space))[0].rev).toBe(exchange?.rev)
  notices.at(-1)?.act?.run()
  await waitFor(async () => expect((await tasks(space))[0].deletedAt).toBeTruthy())
})

test('without a day it says that it will stand without a date, and does', async () => {
  const { space } = await withInes()
  press('Envoyer un document')
  await screen.findByText(/sous «.Sans date.»/)
  press('Enregistrer')
  await waitFor(async () => expect(await tasks(space)).toHaveLength(1))
  const [task] = await tasks(space)
  expect(task).toMatchObject({ kind: 'send', title: 'Envoyer un document · Inès Vidal' })
  expect(task.dueOn).toBeUndefined()
})

test('where nothing follows, nothing is noted to do', async () => {
  const { space } = await withInes()
  press('Rappeler')
  press('À faire dans 7\u00a0jours')
  press('Aucune')
  expect(screen.queryByText(asked)).toBeNull()
  press('Enregistrer')
  await waitFor(async () => expect(await listed(space, 'exchanges')).toHaveLength(1))
  expect(await tasks(space)).toEqual([])
})

test('a next step comes back with its day when the app was killed', async () => {
  const { space, foundry, ines } = await withInes()
  press('Rappeler')
  fireEvent.input(screen.getByLabelText('À faire pour le', { selector: 'input' }), { target: { value: '2027-01-04' } })
  await waitFor(async () => expect((await draftsOf(space))[0]?.values['outcome/day']).toBe('2027-01-04'))
  cleanup()
  await renderIn(<RecordFormPage table="exchanges" />, { space })
  await screen.findByText('Brouillon repris.')
  expect(screen.getByLabelText('À faire pour le', { selector: 'input' })).toHaveProperty('value', '2027-01-04')
  press('Enregistrer')
  await waitFor(async () =>
    expect(await tasks(space)).toMatchObject([{ dueOn: '2027-01-04', person: ines, organisation: foundry }]),
  )
})

test('whom the next step is about may be born with the exchange', async () => {
  const space = await testSpace(noon)
  await renderIn(<RecordFormPage table="exchanges" />, { space, path: '/contacts/exchanges/new?kind=call' })
  fireEvent.input(await screen.findByLabelText('Personnes'), { target: { value: 'Omar Saïd' } })
  press('Visite')
  press('Enregistrer')
  await waitFor(async () => expect(await tasks(space)).toHaveLength(1))
  const [omar] = await listed(space, 'people')
  expect(await tasks(space)).toMatchObject([{ title: 'Visite · Omar Saïd', kind: 'visit', person: omar?.id }])
})

test('a next step that is added to an exchange noted earlier becomes a thing to do too', async () => {
  const space = await testSpace(noon)
  const call = birth(space, 'exchanges', { kind: 'call', at: '2026-11-20T09:00:00.000Z' })
  await save(space, [call])
  await renderIn(<RecordPage table="exchanges" id={call.row} />, { space, path: `/contacts/exchanges/${call.row}` })
  fireEvent.click(await screen.findByRole('button', { name: 'Compléter' }))
  fireEvent.click(await screen.findByRole('button', { name: 'Rappeler' }))
  await screen.findByText(asked)
  press('Enregistrer')
  await waitFor(async () => expect(await tasks(space)).toMatchObject([{ kind: 'callBack', exchange: call.row }]))
})

test('the next step is offered in English too', async () => {
  const { space } = await withInes('en')
  press('Call back')
  const day = screen.getByRole('group', { name: 'To do by' })
  fireEvent.click(within(day).getByRole('button', { name: 'To do in 7 days' }))
  await screen.findByText('Will be noted to do for this day.')
  press('Save')
  await waitFor(async () =>
    expect(await tasks(space)).toMatchObject([{ title: 'Call back · Inès Vidal', dueOn: '2026-12-01' }]),
  )
})

import { fireEvent, screen, waitFor } from '@testing-library/preact'
import { useEffect, useState } from 'preact/hooks'
import { expect, test } from 'vitest'
import { choose } from '../../../src/store/choose-event.ts'
import { draftsOf } from '../../../src/store/drafts.ts'
import { listed } from '../../../src/store/read.ts'
import type { Space } from '../../../src/store/space.ts'
import { birth, save } from '../../../src/store/write.ts'
import { useLive } from '../../../src/ui/app/use-live.ts'
import { RecordFormPage } from '../../../src/ui/record/record-form-page.tsx'
import { structuresOf } from '../../../src/ui/record/ties.ts'
import { renderIn, testSpace } from '../render-app.tsx'

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))
const noon = () => new Date('2026-11-24T12:00:00').getTime()
const say = (kind: string) => fireEvent.change(screen.getByLabelText('Type'), { target: { value: kind } })
const structure = () => screen.getByLabelText<HTMLInputElement>('Structure')
const choosePerson = async (name: string) => {
  fireEvent.focus(screen.getByLabelText('Personnes'))
  fireEvent.input(screen.getByLabelText('Personnes'), { target: { value: name } })
  fireEvent.click(await screen.findByRole('option', { name: new RegExp(`^${name}`) }))
  await screen.findByRole('button', { name: `Retirer ${name}` })
}

/** Asks what the form has asked before it, so that the form was answered by the time this one is. */
const Answered = ({ people }: { people: string[] }) => {
  const found = useLive((space) => structuresOf(space, people), [people])
  const [isTaken, take] = useState(false)
  useEffect(() => take(found !== undefined), [found])
  return isTaken ? <p>Structures connues</p> : null
}
const answered = async (space: Space, people: string[]) => {
  const { view } = await renderIn(<Answered people={people} />, { space })
  await screen.findByText('Structures connues')
  view.unmount()
}

const inesOfTheFoundry = async (space: Space) => {
  const ines = birth(space, 'people', { name: 'Inès Vidal' })
  const foundry = birth(space, 'organisations', { name: 'Fonderie du Grésivaudan' })
  const left = birth(space, 'organisations', { name: 'Ancienne Forge' })
  const tie = (organisation: string, until?: string) =>
    birth(space, 'affiliations', { person: ines.row, organisation, ...(until && { until }) })
  await save(space, [ines, foundry, left, tie(foundry.row), tie(left.row, '2025-06-30')])
  return { ines: ines.row, foundry: foundry.row }
}

test('where one stands at an event the exchange is a meeting there, until one says otherwise', async () => {
  const space = await testSpace(noon)
  const forum = birth(space, 'events', { name: 'Forum de Niort', startsOn: '2026-11-24' })
  await save(space, [forum])
  await choose(space, forum.row, '2026-11-24')
  await renderIn(<RecordFormPage table="exchanges" />, { space, path: '/contacts/exchanges/new' })
  await screen.findByDisplayValue('Forum de Niort')
  expect(screen.getByLabelText('Type')).toHaveProperty('value', 'fair')
  expect(await draftsOf(space)).toEqual([])
  say('call')
  press('Enregistrer')
  await waitFor(async () =>
    expect(await listed(space, 'exchanges')).toMatchObject([{ kind: 'call', event: forum.row }]),
  )
})

test('away from any event the type is for the one who notes to say', async () => {
  await renderIn(<RecordFormPage table="exchanges" />, { path: '/contacts/exchanges/new' })
  expect(await screen.findByLabelText('Type')).toHaveProperty('value', '')
})

test('whoever is chosen brings the only structure they are in now, and takes it along', async () => {
  const space = await testSpace(noon)
  const { ines, foundry } = await inesOfTheFoundry(space)
  await renderIn(<RecordFormPage table="exchanges" />, { space, path: '/contacts/exchanges/new?kind=call' })
  await screen.findByLabelText('Personnes')
  await choosePerson('Inès Vidal')
  await waitFor(() => expect(structure().value).toBe('Fonderie du Grésivaudan'))
  await screen.findByText('Rempli d’après son rattachement actuel.')
  press('Retirer Inès Vidal')
  await waitFor(() => expect(structure().value).toBe(''))
  await choosePerson('Inès Vidal')
  await waitFor(() => expect(structure().value).toBe('Fonderie du Grésivaudan'))
  press('Enregistrer')
  await waitFor(async () =>
    expect(await listed(space, 'exchanges')).toMatchObject([{ people: [ines], organisation: foundry }]),
  )
})

test('a structure that was filled in is taken out in one tap, and stays out', async () => {
  const space = await testSpace(noon)
  const { ines } = await inesOfTheFoundry(space)
  const omar = birth(space, 'people', { name: 'Omar Saïd' })
  await save(space, [omar])
  await renderIn(<RecordFormPage table="exchanges" />, { space, path: '/contacts/exchanges/new?kind=call' })
  await screen.findByLabelText('Personnes')
  await choosePerson('Inès Vidal')
  fireEvent.click(await screen.findByRole('button', { name: 'Retirer Fonderie du Grésivaudan' }))
  expect(structure().value).toBe('')
  await choosePerson('Omar Saïd')
  await answered(space, [ines, omar.row])
  press('Enregistrer')
  await waitFor(async () => expect(await listed(space, 'exchanges')).toHaveLength(1))
  expect((await listed(space, 'exchanges'))[0]).not.toHaveProperty('organisation')
})

test('a structure that was typed is never written over', async () => {
  const space = await testSpace(noon)
  const { ines } = await inesOfTheFoundry(space)
  await renderIn(<RecordFormPage table="exchanges" />, { space, path: '/contacts/exchanges/new?kind=call' })
  await screen.findByLabelText('Structure')
  fireEvent.input(structure(), { target: { value: 'Lycée Vaucanson' } })
  await choosePerson('Inès Vidal')
  await answered(space, [ines])
  press('Enregistrer')
  await waitFor(async () => expect(await listed(space, 'exchanges')).toHaveLength(1))
  const [exchange] = await listed(space, 'exchanges')
  const lycee = (await listed(space, 'organisations')).find(({ name }) => name === 'Lycée Vaucanson')
  expect(exchange?.organisation).toBe(lycee?.id)
})

test('whoever is in two structures brings neither', async () => {
  const space = await testSpace(noon)
  const { ines } = await inesOfTheFoundry(space)
  const other = birth(space, 'organisations', { name: 'CFA du Bois' })
  await save(space, [other, birth(space, 'affiliations', { person: ines, organisation: other.row })])
  await renderIn(<RecordFormPage table="exchanges" />, { space, path: '/contacts/exchanges/new?kind=call' })
  await screen.findByLabelText('Personnes')
  await choosePerson('Inès Vidal')
  await answered(space, [ines])
  press('Enregistrer')
  await waitFor(async () => expect(await listed(space, 'exchanges')).toHaveLength(1))
  expect((await listed(space, 'exchanges'))[0]).not.toHaveProperty('organisation')
})

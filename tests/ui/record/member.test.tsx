import { fireEvent, screen } from '@testing-library/preact'
import { useState } from 'preact/hooks'
import { expect, test } from 'vitest'
import { wholeCatalog as catalog } from '../../../src/domain/whole-catalog.ts'
import type { Space } from '../../../src/store/space.ts'
import { FieldEditor } from '../../../src/ui/record/field-editor.tsx'
import { MemberValue } from '../../../src/ui/record/shown-value.tsx'
import { renderIn, testSpace } from '../render-app.tsx'

const type = catalog.tasks
const field = type.fields.owner
const shown = (id: string) => <MemberValue type={type} name="owner" field={field} value={id} />

const withTeam = async (): Promise<Space> => {
  const space = await testSpace()
  const member = { role: 'member', seq: 1, rev: 1 }
  await space.db.table('members').bulkPut([
    { ...member, id: space.me, name: 'Camille Martin' },
    { ...member, id: 'tablet', name: 'Camille', mergedInto: space.me },
    { ...member, id: 'lea', name: 'Léa Blanc' },
    { ...member, id: 'gone', name: 'Paul Roche', deletedAt: '2026-11-22T10:00:00.000Z' },
  ])
  return space
}

/** The choice of an owner, and what would be saved. */
const Choice = ({ start, chosen }: { start: string; chosen: (id: string) => void }) => {
  const [typed, setTyped] = useState(start)
  const change = (now: unknown) => {
    setTyped(String(now))
    chosen(String(now))
  }
  return <FieldEditor prefix="t" type={type} name="owner" typed={typed} change={change} />
}
const options = () => screen.getAllByRole<HTMLOptionElement>('option').map((option) => option.textContent)

test('who noted something is told by name, oneself as « Vous », on whichever device it was', async () => {
  const space = await withTeam()
  await renderIn(
    <>
      <p>{shown('lea')}</p>
      <p>{shown('tablet')}</p>
      <p>{shown('gone')}</p>
      <p>{shown('nobody-yet')}</p>
    </>,
    { space },
  )
  await screen.findByText('Léa Blanc')
  await screen.findByText('Vous')
  await screen.findByText('Paul Roche')
  await screen.findByText('Un collègue')
})

test('a task is given to anybody of the team, and not to who left', async () => {
  const space = await withTeam()
  const given: string[] = []
  await renderIn(<Choice start="" chosen={(id) => given.push(id)} />, { space })
  await screen.findByRole('option', { name: 'Léa Blanc' })
  expect(options().slice(1)).toEqual(['Vous', 'Léa Blanc'])
  fireEvent.change(screen.getByRole('combobox', { name: 'Qui' }), { target: { value: 'lea' } })
  expect(given).toEqual(['lea'])
})

test('whoever is named stays chosen: oneself by another device, one who left, one unknown here', async () => {
  const space = await withTeam()
  const chosenName = () => screen.getByRole<HTMLSelectElement>('combobox').selectedOptions[0]?.textContent
  for (const [id, name] of [
    ['tablet', 'Vous'],
    ['gone', 'Paul Roche'],
    ['nobody-yet', 'Un collègue'],
  ] as const) {
    const { view } = await renderIn(<Choice start={id} chosen={() => {}} />, { space })
    await screen.findByRole('option', { name: 'Léa Blanc' })
    expect(screen.getByRole<HTMLSelectElement>('combobox').value).toBe(id)
    expect(chosenName()).toBe(name)
    view.unmount()
  }
})

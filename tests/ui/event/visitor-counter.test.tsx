import { fireEvent, screen, waitFor } from '@testing-library/preact'
import { expect, test } from 'vitest'
import { visitorCount } from '../../../src/domain/records/visitor-count.ts'
import { listed } from '../../../src/store/read.ts'
import type { Space } from '../../../src/store/space.ts'
import { birth, save } from '../../../src/store/write.ts'
import { countsOf, sumsOf } from '../../../src/ui/event/event-figures.ts'
import { VisitorCounter } from '../../../src/ui/event/visitor-counter.tsx'
import { renderIn, testSpace } from '../render-app.tsx'

const event = { id: 'salon' }
const openCounter = async () => {
  fireEvent.click(await screen.findByRole('button', { name: /^Compter · / }))
  await screen.findByRole('dialog', { name: 'Compter les visiteurs' })
}
const tap = (publicName: string) => fireEvent.click(screen.getByRole('button', { name: new RegExp(`^${publicName}`) }))
const total = (number: number) => screen.findByText(`Compter · ${number}`)
const families = async (space: Space, number: number) =>
  save(space, [
    birth(space, 'visitorCounts', { event: 'salon', public: 'families', number, at: '2026-11-22T09:00:00Z' }),
  ])

test('one tap is one visitor, kept as a record of its own', async () => {
  const { space } = await renderIn(<VisitorCounter event={event} />)
  await openCounter()
  await screen.findByRole('button', { name: 'Familles 0' })
  tap('Familles')
  tap('Familles')
  tap('Collégiens')
  await total(3)
  expect(await screen.findByRole('button', { name: 'Familles 2' })).toBeTruthy()
  const records = await listed(space, 'visitorCounts')
  expect(records.map((one) => [one.event, one.public, one.number]).sort()).toEqual([
    ['salon', 'families', 1],
    ['salon', 'families', 1],
    ['salon', 'middleSchool', 1],
  ])
})

test('a group of 12 counts twelve once, then one by one again', async () => {
  await renderIn(<VisitorCounter event={event} />)
  await openCounter()
  await screen.findByRole('button', { name: /^Enseignants/ })
  fireEvent.input(screen.getByLabelText('Groupe de'), { target: { value: '12' } })
  tap('Enseignants')
  await total(12)
  expect((screen.getByLabelText('Groupe de') as HTMLInputElement).value).toBe('1')
  tap('Enseignants')
  await total(13)
})

test('what the field shows is what the next tap counts', async () => {
  await renderIn(<VisitorCounter event={event} />)
  await openCounter()
  await screen.findByRole('button', { name: /^Enseignants/ })
  const field = screen.getByLabelText('Groupe de') as HTMLInputElement
  const type = (value: string) => fireEvent.input(field, { target: { value } })
  const typed = [
    ['12', '12', 12],
    ['120', '120', 120],
    ['1200', '120', 120],
    ['0120', '120', 120],
    ['4 élèves', '4', 4],
    ['0', '0', 1],
    ['', '', 1],
  ] as const
  let sum = 0
  for (const [text, shown, counted] of typed) {
    for (let length = 0; length <= text.length; length += 1) type(text.slice(0, length))
    expect(field.value).toBe(shown)
    tap('Enseignants')
    sum += counted
    await total(sum)
  }
})

test('the stepper counts up from one', async () => {
  await renderIn(<VisitorCounter event={event} />)
  await openCounter()
  await screen.findByRole('button', { name: /^Apprentis/ })
  for (let i = 0; i < 3; i++) fireEvent.click(screen.getByRole('button', { name: 'Un de plus' }))
  fireEvent.click(screen.getByRole('button', { name: 'Un de moins' }))
  tap('Apprentis')
  await total(3)
})

test('a tap is taken back from the line it leaves', async () => {
  const { space } = await renderIn(<VisitorCounter event={event} />)
  await families(space, 5)
  await openCounter()
  await screen.findByRole('button', { name: /^Apprentis/ })
  tap('Apprentis')
  await total(6)
  fireEvent.click(await screen.findByRole('button', { name: 'Annuler' }))
  await total(5)
  expect(screen.queryByRole('button', { name: 'Annuler' })).toBeNull()
})

test('the publics counted last come first, and do not move while the sheet is open', async () => {
  const { space } = await renderIn(<VisitorCounter event={event} />)
  await families(space, 1)
  await openCounter()
  const order = async () => (await screen.findAllByRole('button', { name: /[^·] \d+$/ })).map((one) => one.textContent)
  expect((await order())[0]).toBe('Familles 1')
  tap('Professionnels')
  await total(2)
  expect((await order())[0]).toBe('Familles 1')
  expect(await order()).toHaveLength(Object.keys(visitorCount.fields.public.options).length)
})

test('two phones that counted the same event add up', async () => {
  const [one, other] = [await testSpace(), await testSpace()]
  await families(one, 12)
  await families(other, 30)
  const { space } = await renderIn(<VisitorCounter event={event} />)
  for (const phone of [one, other])
    await space.db.table('visitorCounts').bulkPut(await phone.db.table('visitorCounts').toArray())
  expect(sumsOf(await countsOf(space, 'salon'))).toEqual({ total: 42, of: { families: 42 } })
})

test('a count without a number, from another build, counts nobody', async () => {
  const { space } = await renderIn(<VisitorCounter event={event} />)
  await families(space, 12)
  const at = '2026-11-22T09:00:00Z'
  const broken = [{}, { number: null }, { number: '7' }, { number: Number.NaN }]
  await save(
    space,
    broken.map((number) => birth(space, 'visitorCounts', { event: 'salon', public: 'families', at, ...number })),
  )
  await total(12)
  expect(sumsOf(await countsOf(space, 'salon'))).toEqual({ total: 12, of: { families: 12 } })
})

test('the sheet closes by its cross and by a tap outside', async () => {
  await renderIn(<VisitorCounter event={event} />)
  await openCounter()
  fireEvent.click(screen.getByRole('button', { name: 'Fermer' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  await openCounter()
  fireEvent.click(screen.getByRole('dialog'))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
})

import { expect, test } from 'vitest'
import type { Event } from '../../../src/domain/records/event.ts'
import { listed, rowOf } from '../../../src/store/read.ts'
import { birth, save } from '../../../src/store/write.ts'
import { type Captured, nothingCaptured } from '../../../src/ui/capture/captured.ts'
import { contactEdits } from '../../../src/ui/capture/contact-edits.ts'
import { testSpace } from '../render-app.tsx'

const now = new Date('2026-11-22T15:30:00').getTime()
const noted = async (captured: Partial<Captured>, at?: Record<string, unknown>) => {
  const space = await testSpace(() => now)
  const fair = at && birth(space, 'events', { name: 'Salon', startsOn: '2026-11-22', ...at })
  if (fair) await save(space, [fair])
  const event = fair && (await rowOf<Event>(space, 'events', fair.row))
  const whole = { ...nothingCaptured, ...captured }
  await save(space, contactEdits(space, whole, { event, taskTitle: (name) => `Rappeler ${name}` }))
  const first = async (table: string) => (await listed(space, table))[0]
  const [person, organisation, tie, exchange, task] = await Promise.all(
    ['people', 'organisations', 'affiliations', 'exchanges', 'tasks'].map(first),
  )
  return { space, fair: fair?.row, person, organisation, tie, exchange, task }
}

test('at a stand the event, its stand, the hour and the author fill themselves', async () => {
  const { space, fair, person, exchange } = await noted({ name: 'Inès Moreau', interests: ['jury'] }, { stand: 'B12' })
  expect(exchange).toMatchObject({
    kind: 'fair',
    event: fair,
    stand: 'B12',
    people: [person?.id],
    interests: ['jury'],
    source: 'fair',
  })
  expect(exchange).toMatchObject({ at: new Date(now).toISOString(), author: space.me })
})

test('at a stand whoever was met is met there, though nothing else was noted', async () => {
  const { fair, exchange } = await noted({ name: 'Inès Moreau' }, {})
  expect(exchange).toMatchObject({ event: fair })
  expect(exchange).not.toHaveProperty('stand')
})

test('a name stays as it was typed: neither given nor family name is guessed', async () => {
  const { person, exchange } = await noted({ name: '  DE LA TOUR Inès ' })
  expect(person).toMatchObject({ name: 'DE LA TOUR Inès', sort: 'de la tour ines' })
  for (const guess of ['givenName', 'familyName', 'civility']) expect(person).not.toHaveProperty(guess)
  expect(exchange).toBeUndefined()
})

test.each([
  [7, '2026-11-29'],
  [15, '2026-12-07'],
  [30, '2026-12-22'],
])('“à rappeler” in %d days is a task of mine for that day, about whom was met', async (callBack, dueOn) => {
  const { space, person, organisation, task } = await noted({ name: 'Inès Moreau', organisation: 'Forge', callBack })
  expect(task).toMatchObject({ kind: 'callBack', title: 'Rappeler Inès Moreau', dueOn, owner: space.me })
  expect(task).toMatchObject({ person: person?.id, organisation: organisation?.id })
})

test.each([
  ['06 39 98 12 34', { mobile: '+262639981234' }],
  ['04 76 00 00 00', { landline: '+33476000000' }],
  ['Ines@Exemple.fr', { email: 'Ines@exemple.fr' }],
])('%s goes to the field it is of', async (contactPoint, kept) => {
  expect((await noted({ name: 'Inès', contactPoint })).person).toMatchObject(kept)
})

test('what is neither number nor address is kept in the report', async () => {
  const { person, exchange } = await noted({ name: 'Inès', contactPoint: 'bureau du fond', note: 'Deux stages' })
  expect(exchange).toMatchObject({ report: 'Deux stages\nbureau du fond', people: [person?.id] })
})

test('a structure alone takes the number, and nobody is made up', async () => {
  const { person, organisation } = await noted({ organisation: 'Forge', contactPoint: '04 76 00 00 00' })
  expect(person).toBeUndefined()
  expect(organisation).toMatchObject({ name: 'Forge', phone: '+33476000000' })
})

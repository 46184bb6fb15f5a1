import { fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { expect, test } from 'vitest'
import { homeOf } from '../../../src/store/home.ts'
import { rowOf } from '../../../src/store/read.ts'
import type { Space } from '../../../src/store/space.ts'
import { birth, editOf, save } from '../../../src/store/write.ts'
import { nothingCaptured } from '../../../src/ui/capture/captured.ts'
import { contactEdits } from '../../../src/ui/capture/contact-edits.ts'
import { TaskSides } from '../../../src/ui/event/task-sides.tsx'
import { HomeGroups } from '../../../src/ui/home/home-groups.tsx'
import { claire, fromColleague, idris, teamSpace } from '../as-a-team.ts'
import { renderIn, testSpace } from '../render-app.tsx'

const noon = () => new Date('2026-11-24T12:00:00').getTime()
const today = '2026-11-24'
const show = (space: Space) => renderIn(<HomeGroups today={today} />, { space, path: '/' })

const withTasks = async (space: Space, ...tasks: Record<string, unknown>[]) => {
  const births = tasks.map((values) => birth(space, 'tasks', values))
  await save(space, births)
  return births.map(({ row }) => row)
}

test('my tasks and those of nobody are shown first, the team’s one tap away, and remembered', async () => {
  const space = await teamSpace(noon)
  await withTasks(
    space,
    { title: 'Rappeler Ana', dueOn: today, owner: space.me },
    { title: 'Imprimer les affiches', dueOn: today },
    { title: 'Rappeler Bruno', dueOn: today, owner: claire },
  )
  const { view } = await show(space)
  expect(await screen.findByText('Rappeler Ana')).toBeTruthy()
  expect(screen.getByText('Imprimer les affiches')).toBeTruthy()
  expect(screen.queryByText('Rappeler Bruno')).toBeNull()
  fireEvent.click(screen.getByRole('tab', { name: 'L’équipe' }))
  expect(await screen.findByText('Rappeler Bruno')).toBeTruthy()
  const owners = screen.getAllByRole('listitem').map((one) => within(one).getByRole('link').textContent)
  expect(owners.sort()).toEqual([
    'Imprimer les affichesPersonne encore',
    'Rappeler AnaVous',
    'Rappeler BrunoClaire Martin',
  ])
  view.unmount()
  await show(space)
  expect(await screen.findByText('Rappeler Bruno')).toBeTruthy()
})

test('where none of the tasks that remain is mine, or the team has none ahead, the tab says so', async () => {
  const space = await teamSpace(noon)
  const [id] = await withTasks(space, { title: 'Rappeler Bruno', dueOn: today, owner: claire })
  const { view } = await show(space)
  await screen.findByText('Rien à faire pour vous.')
  fireEvent.click(screen.getByRole('tab', { name: 'L’équipe' }))
  await screen.findByText('Rappeler Bruno')
  expect(screen.queryByText(/^Rien à faire/)).toBeNull()
  const done = (doneAt: string | null) => save(space, [{ table: 'tasks', row: String(id), fields: { doneAt } }])
  await done(new Date(noon()).toISOString())
  await screen.findByText('Rien à faire dans l’équipe.')
  await done(null)
  view.unmount()
  await renderIn(<HomeGroups today={today} />, { space, language: 'en', path: '/' })
  fireEvent.click(await screen.findByRole('tab', { name: 'Mine' }))
  await screen.findByText('Nothing for you to do.')
  await done(new Date(noon()).toISOString())
  fireEvent.click(screen.getByRole('tab', { name: 'The team' }))
  await screen.findByText('Nothing for the team to do.')
})

test('what is late stands under its own heading, above what is for today', async () => {
  const space = await testSpace(noon)
  await withTasks(space, { title: 'Imprimer', dueOn: today }, { title: 'Rappeler Ana', dueOn: '2026-11-20' })
  await show(space)
  await screen.findByText('Rappeler Ana')
  const groups = screen.getAllByRole('heading').map((one) => one.closest('section')?.textContent?.replace(/\s/g, ' '))
  expect(groups).toEqual(['En retardRappeler Ana20 nov. 2026', 'À faireImprimer'])
})

test('a phone that is in no space shows all tasks and offers no choice', async () => {
  const space = await testSpace(noon)
  await withTasks(space, { title: 'Rappeler Bruno', dueOn: today, owner: claire })
  await show(space)
  expect(await screen.findByText('Rappeler Bruno')).toBeTruthy()
  expect(screen.queryByRole('tab')).toBeNull()
  expect(screen.queryByRole('button', { name: /Confier/ })).toBeNull()
})

test('a task is given to a colleague from its line, in two taps that can be taken back', async () => {
  const space = await teamSpace(noon)
  const [id] = await withTasks(space, { title: 'Rappeler Ana', dueOn: today, owner: space.me })
  const { notices } = await show(space)
  fireEvent.click(await screen.findByRole('button', { name: 'Confier\u00a0: Rappeler Ana' }))
  const chips = screen.getAllByRole('button', { pressed: true })
  expect(chips.map((chip) => chip.textContent)).toEqual(['Vous'])
  fireEvent.click(screen.getByRole('button', { name: 'Idris Benali' }))
  await waitFor(() => expect(screen.queryByText('Rappeler Ana')).toBeNull())
  expect(await space.db.table('tasks').get(String(id))).toMatchObject({ owner: idris, givenBy: space.me })
  expect(notices.at(-1)?.text).toBe('Confié à Idris Benali')
  notices.at(-1)?.act?.run()
  expect(await screen.findByText('Rappeler Ana')).toBeTruthy()
})

test('who was given a task reads by whom, on its line and its page, until they take it themselves', async () => {
  const space = await teamSpace(noon)
  const [given, noted, request] = await withTasks(
    space,
    { title: 'Rappeler Ana', dueOn: today, owner: space.me, givenBy: idris },
    { title: 'Rappeler Bruno', dueOn: today, owner: space.me },
    { title: 'Deux stagiaires', kind: 'request', owner: space.me, givenBy: idris },
  )
  for (const id of [given, noted, request]) await fromColleague(space, 'tasks', String(id), {})
  const { view } = await show(space)
  await screen.findByRole('link', { name: 'Rappeler Ana confié par Idris Benali' })
  await screen.findByRole('link', { name: 'Rappeler Bruno confié par Claire Martin' })
  await screen.findByRole('link', { name: /Deux stagiaires Vous · confié par Idris Benali/ })
  fireEvent.click(screen.getByRole('button', { name: 'Confier\u00a0: Rappeler Ana' }))
  fireEvent.click(await screen.findByRole('button', { name: 'Vous' }))
  await waitFor(() => expect(screen.queryByRole('link', { name: /Rappeler Ana confié/ })).toBeNull())
  view.unmount()
  const row = await rowOf(space, 'tasks', String(noted))
  await renderIn(row && <TaskSides row={row} />, { space, language: 'en' })
  await screen.findByText('handed over by Claire Martin')
})

test('requests stay until they are answered, mine first, with who has them and since when', async () => {
  const space = await teamSpace(noon)
  const ids = await withTasks(
    space,
    { title: 'Deux stagiaires en mai', kind: 'request', owner: claire },
    { title: 'Une visite', kind: 'request' },
    { title: 'Un alternant', kind: 'request', owner: space.me },
  )
  const ages = ['2026-11-20T10:00:00.000Z', '2026-11-23T10:00:00.000Z', '2026-11-24T08:00:00.000Z']
  for (const [at, id] of ids.entries()) await fromColleague(space, 'tasks', id, { createdAt: String(ages[at]) })
  const { notices } = await show(space)
  await screen.findByRole('heading', { name: 'Demandes à traiter' })
  const lines = screen.getAllByRole('listitem').map((one) => within(one).getByRole('link').textContent)
  expect(lines).toEqual([
    'Un alternantVous · confié par Claire Martin · depuis aujourd’hui',
    'Une visitePersonne encore · depuis hier',
    'Deux stagiaires en maiClaire Martin · depuis le 20\u00a0nov. 2026',
  ])
  fireEvent.click(screen.getByRole('button', { name: 'Répondu\u00a0: Une visite' }))
  await waitFor(() => expect(screen.queryByText('Une visite')).toBeNull())
  expect(notices.at(-1)?.text).toBe('Demande répondue')
  notices.at(-1)?.act?.run()
  expect(await screen.findByText('Une visite')).toBeTruthy()
})

test('what colleagues added since yesterday is told with who added it; what is older or one’s own is not', async () => {
  const space = await teamSpace(noon)
  const births = [
    birth(space, 'people', { name: 'Ana Ruiz' }),
    birth(space, 'organisations', { name: 'Menuiserie Arc' }),
    birth(space, 'organisations', { name: 'Vieille Forge' }),
    birth(space, 'people', { name: 'Noté ici' }),
    birth(space, 'events', { name: 'Forum', startsOn: today }),
  ]
  await save(space, births)
  const [ana, arc, forge, , forum] = births.map(({ row }) => row)
  const local = (time: string) => new Date(time).toISOString()
  const came = (table: string, id: string | undefined, at: string, by = claire) =>
    fromColleague(space, table, String(id), { by, arrived: local(at), createdAt: local(at) })
  await came('people', ana, '2026-11-24T08:00:00')
  await came('organisations', arc, '2026-11-23T00:00:00', idris)
  await came('organisations', forge, '2026-11-22T23:59:00')
  await came('events', forum, '2026-11-23T18:00:00')
  await show(space)
  await screen.findByRole('heading', { name: 'Nouveau depuis hier' })
  await screen.findByText(/ajouté par Idris Benali/)
  expect(screen.getAllByRole('listitem').map((one) => one.textContent)).toEqual([
    expect.stringContaining('Ana Ruizajouté par Claire Martin'),
    expect.stringContaining('Forumajouté par Claire Martin'),
    expect.stringContaining('Menuiserie Arcajouté par Idris Benali'),
  ])
})

test('a contact a colleague noted at once is one line of what is new, and no line of what was added last', async () => {
  const space = await teamSpace(noon)
  const noted = contactEdits(
    space,
    { ...nothingCaptured, name: 'Ana Ruiz', organisation: 'Menuiserie Arc', note: 'Deux stages' },
    { taskTitle: (name) => `Rappeler ${name}` },
  )
  await save(space, noted)
  const arrived = new Date(noon()).toISOString()
  for (const { table, row } of noted) await fromColleague(space, table, row, { arrived })
  await save(space, [birth(space, 'people', { name: 'Noté ici' })])
  await show(space)
  await screen.findByRole('heading', { name: 'Nouveau depuis hier' })
  const lines = await screen.findAllByRole('listitem')
  expect(lines.map((one) => one.textContent)).toEqual(['ARAna Ruizajouté par Claire Martin · Menuiserie Arc'])
  const { last } = await homeOf(space, today)
  expect(last.map(({ values }) => values[0])).toEqual(['Noté ici'])
  const ana = await rowOf(space, 'people', String(noted[0]?.row))
  await save(
    space,
    [ana && editOf('people', ana, { position: 'Tutrice' })].filter((edit) => edit !== undefined),
  )
  const touched = await homeOf(space, today)
  expect(touched.last.map(({ values }) => values[0])).toContain('Ana Ruiz')
})

test('records with two versions are counted and one tap away, those of the agenda too', async () => {
  const space = await teamSpace(noon)
  const dupont = birth(space, 'organisations', { name: 'Dupont' })
  const forum = birth(space, 'events', { name: 'Forum', startsOn: today })
  await save(space, [dupont, forum])
  const at = new Date(noon()).toISOString()
  const versions = { name: { value: 'X', by: claire, at, kept: { by: space.me, at } } }
  for (const { table, row } of [dupont, forum])
    await space.db.table(table).put({ ...(await space.db.table(table).get(row)), versions })
  await show(space)
  expect(await screen.findByRole('heading', { name: '2\u00a0fiches avec deux versions' })).toBeTruthy()
  expect((await screen.findByRole('link', { name: /Forum/ })).getAttribute('href')).toBe(`/agenda/events/${forum.row}`)
})

test('what has no date is on Accueil too, the latest of it, and the rest is a tap away', async () => {
  let clock = noon()
  const space = await testSpace(() => clock)
  for (const title of ['Un', 'Deux', 'Trois', 'Quatre']) {
    await withTasks(space, { title })
    clock += 60_000
  }
  await withTasks(space, { title: 'Une demande', kind: 'request' })
  await show(space)
  const group = (await screen.findByRole('heading', { name: 'Sans date' })).closest('section')
  const titles = within(group as HTMLElement)
    .getAllByRole('listitem')
    .map((one) => within(one).getByRole('link').textContent)
  expect(titles).toEqual(['Quatre', 'Trois', 'Deux'])
  expect(screen.getByRole('link', { name: /^Toutes celles sans date/ }).getAttribute('href')).toBe('/agenda')
})

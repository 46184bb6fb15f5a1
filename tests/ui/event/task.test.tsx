import { fireEvent, screen, waitFor } from '@testing-library/preact'
import { expect, test } from 'vitest'
import type { Task } from '../../../src/domain/records/task.ts'
import { rowOf } from '../../../src/store/read.ts'
import { birth, save } from '../../../src/store/write.ts'
import { useLive } from '../../../src/ui/app/use-live.ts'
import { TaskRow } from '../../../src/ui/event/task-row.tsx'
import { TaskSides } from '../../../src/ui/event/task-sides.tsx'
import { claire, teamSpace } from '../as-a-team.ts'
import { renderIn, testSpace } from '../render-app.tsx'

const noon = () => new Date('2026-11-22T12:00:00').getTime()
const useTask = (id: string) => useLive((space) => rowOf<Task>(space, 'tasks', id), [id])
const OnList = ({ id }: { id: string }) => {
  const task = useTask(id)
  return task ? <TaskRow task={task} /> : null
}
const OnPage = ({ id }: { id: string }) => {
  const task = useTask(id)
  return task ? <TaskSides row={task} /> : null
}
const withTask = async (values: Record<string, unknown>) => {
  const space = await testSpace(noon)
  const task = birth(space, 'tasks', { title: 'Rappeler Ana', ...values })
  await save(space, [task])
  return { space, id: task.row, kept: () => rowOf<Task>(space, 'tasks', task.row) }
}

test.each([
  ['2026-11-20', 'En retard · 20 nov. 2026'],
  ['2026-11-22', 'Aujourd’hui'],
  ['2026-11-23', 'Demain'],
  ['2026-12-01', '1er déc. 2026'],
])('a task for %s says "%s"', async (dueOn, words) => {
  const { space, id } = await withTask({ dueOn })
  await renderIn(<OnList id={id} />, { space })
  expect(await screen.findByText(words)).toBeTruthy()
})

test('a task is done in one tap, said in words, and taken back from the line', async () => {
  const { space, id, kept } = await withTask({ dueOn: '2026-11-20' })
  const { notices } = await renderIn(<OnList id={id} />, { space })
  fireEvent.click(await screen.findByRole('button', { name: 'Fait\u00a0: Rappeler Ana' }))
  const undone = await screen.findByRole('button', { name: 'À refaire\u00a0: Rappeler Ana' })
  expect(undone.getAttribute('aria-pressed')).toBe('true')
  expect(screen.queryByText(/En retard/)).toBeNull()
  expect(notices.at(-1)?.text).toBe('Marqué comme fait')
  notices.at(-1)?.act?.run()
  await screen.findByRole('button', { name: 'Fait\u00a0: Rappeler Ana' })
  expect((await kept())?.doneAt).toBeUndefined()
})

test('the check is large enough for a thumb', async () => {
  const { space, id } = await withTask({})
  await renderIn(<OnList id={id} />, { space })
  const { width, height } = (await screen.findByRole('button')).getBoundingClientRect()
  expect(Math.min(width, height)).toBeGreaterThanOrEqual(48)
})

test('a late task is put off from today, one to come from its own day', async () => {
  const { space, id, kept } = await withTask({ dueOn: '2026-11-01' })
  const both = (
    <>
      <OnList id={id} />
      <OnPage id={id} />
    </>
  )
  await renderIn(both, { space })
  fireEvent.click(await screen.findByRole('button', { name: '+\u202f7\u00a0jours' }))
  await waitFor(async () => expect((await kept())?.dueOn).toBe('2026-11-29'))
  // The next one counts from what is shown.
  await screen.findByText('29 nov. 2026')
  fireEvent.click(screen.getByRole('button', { name: '+\u202f30\u00a0jours' }))
  await waitFor(async () => expect((await kept())?.dueOn).toBe('2026-12-29'))
})

test('its page leads to the person with a call, and lets one take it', async () => {
  const space = await testSpace(noon)
  const ana = birth(space, 'people', { name: 'Ana Ruiz', mobile: '+33612345678' })
  const task = birth(space, 'tasks', { title: 'Rappeler Ana', person: ana.row })
  await save(space, [ana, task])
  await renderIn(<OnPage id={task.row} />, { space })
  expect((await screen.findByRole('link', { name: 'Appeler' })).getAttribute('href')).toBe('tel:+33612345678')
  expect(screen.getByRole('link', { name: /Ana Ruiz/ }).getAttribute('href')).toBe(`/contacts/people/${ana.row}`)
  fireEvent.click(await screen.findByRole('button', { name: 'Je m’en charge' }))
  expect(await screen.findByText('Vous')).toBeTruthy()
})

test('on its page one tap gives a task to a colleague, which can be taken back', async () => {
  const space = await teamSpace(noon)
  const task = birth(space, 'tasks', { title: 'Rappeler Ana', owner: space.me })
  await save(space, [task])
  const { notices } = await renderIn(<OnPage id={task.row} />, { space })
  fireEvent.click(await screen.findByRole('button', { name: 'Claire Martin' }))
  const owner = async () => (await rowOf<Task>(space, 'tasks', task.row))?.owner
  await waitFor(async () => expect(await owner()).toBe(claire))
  notices.at(-1)?.act?.run()
  await waitFor(async () => expect(await owner()).toBe(space.me))
})

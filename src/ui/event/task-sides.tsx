import type { AnyRow } from '../../domain/record.ts'
import type { Task } from '../../domain/records/task.ts'
import { dayAfter, shortDate } from '../../i18n/dates.ts'
import { agenda as agendaWords } from '../../i18n/fr/agenda.ts'
import { home as homeWords } from '../../i18n/fr/home.ts'
import { teamwork as teamworkWords } from '../../i18n/fr/teamwork.ts'
import { isMe } from '../../store/team.ts'
import { editOf } from '../../store/write.ts'
import { useApp, useWords } from '../app/app-context.ts'
import { useSave } from '../app/use-save.ts'
import { useMemberName, useTeam } from '../app/use-team.ts'
import { useToday } from '../app/use-today.ts'
import { delays } from '../delays.ts'
import { Button } from '../parts/button.tsx'
import { Chips } from '../parts/chips.tsx'
import { Group } from '../parts/page.tsx'
import style from './event.module.css'
import { HandOver } from './hand-over.tsx'
import { TaskLinks } from './task-links.tsx'
import { giverInWords } from './task-people.ts'
import { isSeveral } from './team-chips.tsx'
import { useMarkDone } from './use-mark-done.ts'

/** What a task's page has beside its fields: done, later, whom it concerns, who sees to it. */
export const TaskSides = ({ row }: { row: AnyRow }) => {
  const task = row as Task
  const home = useWords(homeWords)
  const words = useWords(agendaWords)
  const teamwork = useWords(teamworkWords)
  const markDone = useMarkDone()
  return (
    <>
      <div class={style.acts}>
        {task.doneAt ? (
          <Button wide onClick={() => void markDone(task)}>
            {words.redo}
          </Button>
        ) : (
          <Button look="main" wide icon="check" onClick={() => void markDone(task)}>
            {task.kind === 'request' ? teamwork.answer : home.done}
          </Button>
        )}
      </div>
      {!task.doneAt && <Postpone task={task} />}
      <TaskLinks task={task} />
      <Owner task={task} />
    </>
  )
}

/** Counted from the day it is for, or from today once that is over. */
const Postpone = ({ task }: { task: Task }) => {
  const { speech } = useApp()
  const words = useWords(agendaWords)
  const save = useSave()
  const today = useToday()
  const from = task.dueOn && task.dueOn > today ? task.dueOn : today
  const postpone = (days: number) => {
    const dueOn = dayAfter(from, days)
    return save([editOf('tasks', task, { dueOn })], { text: words.postponed(shortDate(speech.language, dueOn)) })
  }
  return (
    <Group heading={words.postpone}>
      <Chips label={words.postpone}>
        {delays.map((days) => (
          <Button key={days} onClick={() => void postpone(days)}>
            {words.inDays(days)}
          </Button>
        ))}
      </Chips>
    </Group>
  )
}

const Owner = ({ task }: { task: Task }) => {
  const { space, speech } = useApp()
  const words = useWords(agendaWords)
  const nameOf = useMemberName()
  const team = useTeam()
  const save = useSave()
  if (!team) return null
  const isMine = task.owner !== undefined && isMe(team, space, task.owner)
  const giver = giverInWords(speech, space, team, task)
  const take = () => save([editOf('tasks', task, { owner: space.me, givenBy: space.me })], { text: words.taken })
  return (
    <Group heading={words.owner} aside={giver && <span>{giver}</span>}>
      {isSeveral(team) ? <HandOver task={task} team={team} /> : <p>{task.owner ? nameOf(task.owner) : words.nobody}</p>}
      {!isMine && !isSeveral(team) && (
        <div class={style.acts}>
          <Button onClick={() => void take()}>{words.take}</Button>
        </div>
      )}
    </Group>
  )
}

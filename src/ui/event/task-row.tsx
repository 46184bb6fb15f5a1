import { useState } from 'preact/hooks'
import type { Task } from '../../domain/records/task.ts'
import { shortDate } from '../../i18n/dates.ts'
import { agenda as agendaWords } from '../../i18n/fr/agenda.ts'
import { app as appWords } from '../../i18n/fr/app.ts'
import { teamwork as teamworkWords } from '../../i18n/fr/teamwork.ts'
import { isMe, nameOf, type Team } from '../../store/team.ts'
import { useApp, useWords } from '../app/app-context.ts'
import { useToday } from '../app/use-today.ts'
import { Button } from '../parts/button.tsx'
import { Icon } from '../parts/icon.tsx'
import { rowPath } from '../paths.ts'
import { dayWord } from './day-word.ts'
import { HandOver } from './hand-over.tsx'
import style from './task-row.module.css'
import { isSeveral } from './team-chips.tsx'
import { useMarkDone } from './use-mark-done.ts'

type Props = {
  task: Task
  /** It stands under its day already: the day is not told again. */
  onItsDay?: boolean
  /** It stands under a heading that says it is late. */
  isToldLate?: boolean
  /** Who may be given it, where that is offered. */
  team?: Team
}
/** A thing to do: one tap marks it done, its words lead to it, another gives it to a colleague. */
export const TaskRow = ({ task, onItsDay = false, isToldLate = false, team }: Props) => {
  const { space, speech } = useApp()
  const words = useWords(agendaWords)
  const app = useWords(appWords)
  const teamwork = useWords(teamworkWords)
  const [isGiving, setGiving] = useState(false)
  const markDone = useMarkDone()
  const today = useToday()
  const title = task.title || app.untitled
  const isDone = task.doneAt !== undefined
  const isLate = !isDone && task.dueOn !== undefined && task.dueOn < today
  return (
    <div class={isDone ? `${style.task} ${style.done}` : style.task}>
      <button
        type="button"
        class={style.check}
        aria-pressed={isDone}
        aria-label={isDone ? words.markUndone(title) : words.markDone(title)}
        onClick={() => void markDone(task)}
      >
        <span class={style.circle}>{isDone && <Icon name="check" />}</span>
      </button>
      <a class={style.text} href={rowPath(space.catalog, 'tasks', task.id)}>
        <bdi class={style.title}>{title}</bdi>
        {isLate && task.dueOn && (
          <span class={`${style.due} ${style.late}`}>
            {isToldLate
              ? shortDate(speech.language, task.dueOn)
              : words.lateSince(shortDate(speech.language, task.dueOn))}
          </span>
        )}
        {!isLate && !onItsDay && task.dueOn && <span class={style.due}>{dayWord(speech, today, task.dueOn)}</span>}
        {team && task.owner && !isMe(team, space, task.owner) && (
          <span class={style.due}>{nameOf(team, task.owner) ?? app.colleague}</span>
        )}
      </a>
      {team && isSeveral(team) && !isDone && (
        <Button
          look="plain"
          expanded={isGiving}
          label={teamwork.handOverThis(title)}
          onClick={() => setGiving(!isGiving)}
        >
          {teamwork.handOver}
        </Button>
      )}
      {team && isGiving && (
        <div class={style.giving}>
          <HandOver task={task} team={team} done={() => setGiving(false)} />
        </div>
      )}
    </div>
  )
}

import { useState } from 'preact/hooks'
import type { Task } from '../../domain/records/task.ts'
import { shortDate } from '../../i18n/dates.ts'
import { agenda as agendaWords } from '../../i18n/fr/agenda.ts'
import { app as appWords } from '../../i18n/fr/app.ts'
import { teamwork as teamworkWords } from '../../i18n/fr/teamwork.ts'
import type { Whose } from '../../store/todo.ts'
import { useApp, useWords } from '../app/app-context.ts'
import { useToday } from '../app/use-today.ts'
import { Button } from '../parts/button.tsx'
import { CheckCircle } from '../parts/check-circle.tsx'
import line from '../parts/line.module.css'
import { rowPath } from '../paths.ts'
import { dayWord } from './day-word.ts'
import { HandOver } from './hand-over.tsx'
import { giverInWords, ownerInWords } from './task-people.ts'
import style from './task-row.module.css'
import { isSeveral } from './team-chips.tsx'
import { useMarkDone } from './use-mark-done.ts'

type Props = {
  task: Task
  /** It stands under its day already: the day is not told again. */
  onItsDay?: boolean
  /** It stands under a heading that says it is late. */
  isToldLate?: boolean
  /** Among whose tasks it stands, so that the people it concerns are told. */
  whose?: Whose
  /** It may be given to a colleague from here. */
  canGive?: boolean
}
/** A thing to do: one tap marks it done, its words lead to it, another gives it to a colleague. */
export const TaskRow = ({ task, onItsDay = false, isToldLate = false, whose, canGive = false }: Props) => {
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
  const { isTeam = false, of, team = [] } = whose ?? {}
  const people = [
    isTeam && of === 'team' && ownerInWords(speech, space, team, task),
    isTeam && giverInWords(speech, space, team, task),
  ].filter(Boolean)
  return (
    <div class={isDone ? `${style.task} ${style.done}` : style.task}>
      <button
        type="button"
        class={style.check}
        aria-pressed={isDone}
        aria-label={isDone ? words.markUndone(title) : words.markDone(title)}
        onClick={() => void markDone(task)}
      >
        <CheckCircle isOn={isDone} />
      </button>
      <a class={style.text} href={rowPath(space.catalog, 'tasks', task.id)}>
        <bdi class={line.title}>{title}</bdi>
        {isLate && task.dueOn && (
          <span class={`${line.detail} ${style.late}`}>
            {isToldLate
              ? shortDate(speech.language, task.dueOn)
              : words.lateSince(shortDate(speech.language, task.dueOn))}
          </span>
        )}
        {!isLate && !onItsDay && task.dueOn && <span class={line.detail}>{dayWord(speech, today, task.dueOn)}</span>}
        {people.length > 0 && <span class={line.detail}>{people.join(' · ')}</span>}
      </a>
      {canGive && isSeveral(team) && !isDone && (
        <Button
          look="plain"
          expanded={isGiving}
          label={teamwork.handOverThis(title)}
          onClick={() => setGiving(!isGiving)}
        >
          {teamwork.handOver}
        </Button>
      )}
      {isGiving && (
        <div class={style.giving}>
          <HandOver task={task} team={team} done={() => setGiving(false)} />
        </div>
      )}
    </div>
  )
}

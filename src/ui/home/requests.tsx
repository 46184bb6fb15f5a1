import { useState } from 'preact/hooks'
import { task as taskType } from '../../domain/records/task.ts'
import { dayAfter, dayOf, shortDate } from '../../i18n/dates.ts'
import { app as appWords } from '../../i18n/fr/app.ts'
import { teamwork as teamworkWords } from '../../i18n/fr/teamwork.ts'
import type { Team } from '../../store/team.ts'
import type { Request } from '../../store/todo.ts'
import { useApp, useWords } from '../app/app-context.ts'
import { useToday } from '../app/use-today.ts'
import { giverInWords, ownerInWords } from '../event/task-people.ts'
import { useMarkDone } from '../event/use-mark-done.ts'
import { Button, LinkButton } from '../parts/button.tsx'
import line from '../parts/line.module.css'
import { Group } from '../parts/page.tsx'
import { rowPath } from '../paths.ts'
import { namesInWords } from '../record-line.ts'
import { requestPath } from '../request/request-path.ts'
import style from './home-groups.module.css'

const few = 5

/** Requests that came in and wait for an answer, with who has each and since when; and the way to note one. */
export const Requests = ({ requests, team }: { requests: readonly Request[]; team: Team }) => {
  const words = useWords(teamworkWords)
  const [isAll, setAll] = useState(false)
  const note = (word: string) => (
    <LinkButton look="plain" icon="plus" href={requestPath({})} label={words.noteRequest}>
      {word}
    </LinkButton>
  )
  if (requests.length === 0) return <div class={style.note}>{note(words.noteRequest)}</div>
  return (
    <Group heading={words.requests} aside={note(words.note)}>
      <ul>
        {requests.slice(0, isAll ? undefined : few).map((request) => (
          <RequestRow key={request.task.id} {...request} team={team} />
        ))}
      </ul>
      {requests.length > few && !isAll && (
        <Button look="plain" onClick={() => setAll(true)}>
          {words.all(requests.length)}
        </Button>
      )}
    </Group>
  )
}

const RequestRow = ({ task, summary, team }: Request & { team: Team }) => {
  const { space, speech } = useApp()
  const app = useWords(appWords)
  const words = useWords(teamworkWords)
  const today = useToday()
  const markDone = useMarkDone()
  const title = task.title || app.untitled
  const named = (name: 'person' | 'organisation') => {
    const titles = summary.values[taskType.summary.indexOf(name)]
    return Array.isArray(titles) ? namesInWords(speech, taskType.fields[name].to ?? '', titles) : ''
  }
  const day = dayOf(task.createdAt)
  const since =
    day === today
      ? words.sinceToday
      : day === dayAfter(today, -1)
        ? words.sinceYesterday
        : words.since(shortDate(speech.language, day))
  return (
    <li class={line.line}>
      <a class={line.text} href={rowPath(space.catalog, 'tasks', task.id)}>
        <bdi class={line.title}>{title}</bdi>
        {[named('person'), named('organisation')].some(Boolean) && (
          <span class={line.detail}>{[named('person'), named('organisation')].filter(Boolean).join(' · ')}</span>
        )}
        <span class={line.detail}>
          {[ownerInWords(speech, space, team, task), giverInWords(speech, space, team, task), since]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </a>
      <Button onClick={() => void markDone(task)} label={words.answerThis(title)}>
        {words.answer}
      </Button>
    </li>
  )
}

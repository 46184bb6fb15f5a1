import { type Task, task } from '../../domain/records/task.ts'
import { record as recordWords } from '../../i18n/fr/record.ts'
import { teamwork as teamworkWords } from '../../i18n/fr/teamwork.ts'
import { linkedTo } from '../../store/read.ts'
import { whoseTasks } from '../../store/todo.ts'
import { useApp, useWords } from '../app/app-context.ts'
import { useLive } from '../app/use-live.ts'
import { begunFrom } from '../begun-from.ts'
import { TaskRow } from '../event/task-row.tsx'
import { LinkButton } from '../parts/button.tsx'
import { Group } from '../parts/page.tsx'
import { Item } from '../parts/row.tsx'
import { newPath } from '../paths.ts'
import { requestPath } from '../request/request-path.ts'
import style from './side.module.css'

type Props = {
  by: 'person' | 'organisation'
  id: string
  /** Whom a task or a request noted here is about. */
  from: { person?: string; organisation?: string }
}
/** What remains to be done for a person or a structure, the most pressing first. */
export const Todo = ({ by, id, from }: Props) => {
  const { space } = useApp()
  const words = useWords(recordWords)
  const teamwork = useWords(teamworkWords)
  const found = useLive(async () => {
    const [all, whose] = await Promise.all([linkedTo<Task>(space, 'tasks', by, id), whoseTasks(space)])
    const open = all.filter((task) => !task.doneAt)
    return { tasks: open.sort((a, b) => (a.dueOn ?? '~').localeCompare(b.dueOn ?? '~')), whose }
  }, [by, id])
  if (!found) return null
  const { tasks } = found
  // Here stand everybody's, whatever is chosen on Accueil.
  const whose = { ...found.whose, of: 'team' as const }
  return (
    <Group
      heading={words.todo}
      aside={
        <LinkButton
          look="plain"
          icon="plus"
          href={newPath(space.catalog, 'tasks', { ...from, ...begunFrom(task.fields[by].to, id) })}
        >
          {words.addTask}
        </LinkButton>
      }
    >
      {tasks.length === 0 && <p class={style.none}>{words.noTodo}</p>}
      <ul>
        {tasks.map((one) => (
          <Item key={one.id}>
            <TaskRow task={one} whose={whose} />
          </Item>
        ))}
      </ul>
      <div class={style.request}>
        <LinkButton look="plain" icon="plus" href={requestPath(from)}>
          {teamwork.noteRequest}
        </LinkButton>
      </div>
    </Group>
  )
}

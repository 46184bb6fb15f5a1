import { useState } from 'preact/hooks'
import type { Task } from '../../domain/records/task.ts'
import { agenda as agendaWords } from '../../i18n/fr/agenda.ts'
import { agendaBetween, endOfTime, lateTasks, undatedTasks } from '../../store/agenda.ts'
import { isShown, type Whose } from '../../store/todo.ts'
import { useApp, useWords } from '../app/app-context.ts'
import { useLive } from '../app/use-live.ts'
import { TaskRow } from '../event/task-row.tsx'
import { useWhose } from '../event/use-whose.ts'
import { WhoseTabs } from '../event/whose-tabs.tsx'
import { Button } from '../parts/button.tsx'
import { Empty, Group } from '../parts/page.tsx'
import { Item } from '../parts/row.tsx'
import { Day } from './agenda-day.tsx'
import { byDay, onlyTasks } from './agenda-days.ts'

const daysAtOnce = 30

/** What is late, then every day from today on, then what has no date. */
export const Coming = ({ today }: { today: string }) => {
  const { space } = useApp()
  const words = useWords(agendaWords)
  const [shown, setShown] = useState(daysAtOnce)
  const found = useLive(
    async (space) => ({
      late: await lateTasks(space, today),
      days: byDay(await agendaBetween(space, today, endOfTime), today, endOfTime),
      undated: await undatedTasks(space),
    }),
    [today],
  )
  const whose = useWhose()
  if (!found || !whose) return null
  const shows = (task: Task) => isShown(space, whose, task)
  const [late, undated] = [found.late.filter(shows), found.undated.filter(shows)]
  const days = onlyTasks(found.days, shows)
  if (found.late.length + found.days.length + found.undated.length === 0)
    return (
      <Empty>
        <p>{words.empty}</p>
      </Empty>
    )
  return (
    <>
      <WhoseTabs whose={whose} />
      <Tasks heading={words.late} tasks={late} whose={whose} areLate />
      {days.slice(0, shown).map((day) => (
        <Day key={day.day} day={day} today={today} whose={whose} />
      ))}
      {days.length > shown ? (
        <Button wide onClick={() => setShown(shown + daysAtOnce)}>
          {words.later}
        </Button>
      ) : (
        <Tasks heading={words.undated} tasks={undated} whose={whose} />
      )}
    </>
  )
}

const tasksAtOnce = 50

type TasksProps = { heading: string; tasks: Task[]; whose: Whose; areLate?: boolean }
const Tasks = ({ heading, tasks, whose, areLate = false }: TasksProps) => {
  const words = useWords(agendaWords)
  const [shown, setShown] = useState(tasksAtOnce)
  if (tasks.length === 0) return null
  return (
    <Group heading={heading} aside={<span>{tasks.length}</span>}>
      <ul>
        {tasks.slice(0, shown).map((task) => (
          <Item key={task.id}>
            <TaskRow task={task} whose={whose} isToldLate={areLate} />
          </Item>
        ))}
      </ul>
      {tasks.length > shown && (
        <Button look="plain" onClick={() => setShown(shown + tasksAtOnce)}>
          {words.later}
        </Button>
      )}
    </Group>
  )
}

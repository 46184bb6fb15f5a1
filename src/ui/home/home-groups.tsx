import { agenda as agendaWords } from '../../i18n/fr/agenda.ts'
import { home as homeWords } from '../../i18n/fr/home.ts'
import { teamwork as teamworkWords } from '../../i18n/fr/teamwork.ts'
import { todoOf } from '../../store/todo.ts'
import { useWords } from '../app/app-context.ts'
import { useLive } from '../app/use-live.ts'
import { TaskRow } from '../event/task-row.tsx'
import { WhoseTabs } from '../event/whose-tabs.tsx'
import link from '../parts/link.module.css'
import { Group } from '../parts/page.tsx'
import { Item } from '../parts/row.tsx'
import { DoubleRecords } from './double-records.tsx'
import style from './home-groups.module.css'
import { NewsGroup } from './news-group.tsx'
import { Requests } from './requests.tsx'

/** What waits on Accueil between the event of the day and what was noted last. */
export const HomeGroups = ({ today }: { today: string }) => {
  const words = useWords(homeWords)
  const { noneMine, noneTeam } = useWords(teamworkWords)
  const { undated: undatedWord } = useWords(agendaWords)
  const todo = useLive((space) => todoOf(space, today), [today])
  if (!todo) return null
  const { whose, late, next, undated } = todo
  const isNone = whose.isTeam && todo.hasTasks && late.length + todo.today.length + next.length + undated.length === 0
  const tasks = (heading: string, some: typeof late, how: { onItsDay?: boolean; isToldLate?: boolean }) =>
    some.length > 0 && (
      <Group heading={heading}>
        <ul>
          {some.map((task) => (
            <Item key={task.id}>
              <TaskRow task={task} whose={whose} canGive {...how} />
            </Item>
          ))}
        </ul>
      </Group>
    )
  const rest = (word: string) => (
    <p class={style.none}>
      <a class={link.link} href="/agenda">
        {word}
      </a>
    </p>
  )
  return (
    <>
      <DoubleRecords />
      <Requests requests={todo.requests} team={whose.team} />
      {todo.hasTasks && <WhoseTabs whose={whose} />}
      {isNone && <p class={style.none}>{whose.of === 'mine' ? noneMine : noneTeam}</p>}
      {tasks(words.late, late, { isToldLate: true })}
      {tasks(words.todo, todo.today, { onItsDay: true })}
      {tasks(words.next, next, {})}
      {todo.moreNext > 0 && rest(words.moreNext(todo.moreNext))}
      {tasks(undatedWord, undated, {})}
      {todo.moreUndated && rest(words.moreUndated)}
      <NewsGroup />
    </>
  )
}

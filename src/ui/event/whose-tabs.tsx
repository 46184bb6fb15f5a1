import { teamwork as teamworkWords } from '../../i18n/fr/teamwork.ts'
import type { Whose } from '../../store/todo.ts'
import { useWords } from '../app/app-context.ts'
import { Tabs } from '../parts/tabs.tsx'
import style from './event.module.css'
import { useShowTasksOf } from './use-whose.ts'

/** One's own tasks or the team's; nothing to choose on a phone that is in no space. */
export const WhoseTabs = ({ whose }: { whose: Whose }) => {
  const words = useWords(teamworkWords)
  const show = useShowTasksOf()
  if (!whose.isTeam) return null
  return (
    <div class={style.whose}>
      <Tabs
        label={words.whose}
        tabs={[
          { key: 'mine', word: words.mine },
          { key: 'team', word: words.team },
        ]}
        selected={whose.of}
        select={(key) => show(key === 'team' ? 'team' : 'mine')}
      />
    </div>
  )
}

import { teamwork as teamworkWords } from '../../i18n/fr/teamwork.ts'
import type { Whose } from '../../store/todo.ts'
import { useWords } from '../app/app-context.ts'
import { Tabs } from '../parts/tabs.tsx'
import { useShowTasksOf } from './use-whose.ts'

/** One's own tasks or the team's; nothing to choose on a phone that is in no space. */
export const WhoseTabs = ({ whose }: { whose: Whose }) => {
  const words = useWords(teamworkWords)
  const show = useShowTasksOf()
  if (!whose.isTeam) return null
  return (
    <Tabs
      label={words.whose}
      tabs={[
        { key: 'mine', word: words.mine },
        { key: 'team', word: words.team },
      ]}
      selected={whose.of}
      select={(key) => show(key === 'team' ? 'team' : 'mine')}
    />
  )
}

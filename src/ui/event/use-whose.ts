import { app as appWords } from '../../i18n/fr/app.ts'
import { problemOf } from '../../store/problem.ts'
import { showTasksOf, type Whose, whoseTasks } from '../../store/todo.ts'
import { useApp, useWords } from '../app/app-context.ts'
import { useLive } from '../app/use-live.ts'

/** Whose tasks are shown on this device; undefined until it is read. */
export const useWhose = (): Whose | undefined => useLive(whoseTasks, [])

/** Shows one's own tasks or the team's from now on. */
export const useShowTasksOf = () => {
  const { space, tell } = useApp()
  const { problem } = useWords(appWords)
  return (of: Whose['of']) =>
    void showTasksOf(space, of).catch((error) => tell({ text: problem[problemOf(error)], urgent: true }))
}

import type { Task } from '../../domain/records/task.ts'
import { agenda as agendaWords } from '../../i18n/fr/agenda.ts'
import { home as homeWords } from '../../i18n/fr/home.ts'
import { teamwork as teamworkWords } from '../../i18n/fr/teamwork.ts'
import { editOf } from '../../store/write.ts'
import { useApp, useWords } from '../app/app-context.ts'
import { useSave } from '../app/use-save.ts'

/** Marks a task done, or to be done again. */
export const useMarkDone = () => {
  const { space } = useApp()
  const save = useSave()
  const home = useWords(homeWords)
  const words = useWords(agendaWords)
  const teamwork = useWords(teamworkWords)
  return (task: Task) => {
    const doneAt = task.doneAt ? undefined : new Date(space.now()).toISOString()
    const done = task.kind === 'request' ? teamwork.answered : home.markedDone
    return save([editOf('tasks', task, { doneAt })], { text: doneAt ? done : words.madeOpen })
  }
}

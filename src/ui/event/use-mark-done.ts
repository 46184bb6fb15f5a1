import type { Task } from '../../domain/records/task.ts'
import { agenda as agendaWords } from '../../i18n/fr/agenda.ts'
import { home as homeWords } from '../../i18n/fr/home.ts'
import { editOf } from '../../store/write.ts'
import { useApp, useWords } from '../app/app-context.ts'
import { useSave } from '../app/use-save.ts'

/** Marks a task done, or to be done again. */
export const useMarkDone = () => {
  const { space } = useApp()
  const save = useSave()
  const home = useWords(homeWords)
  const words = useWords(agendaWords)
  return (task: Task) => {
    const doneAt = task.doneAt ? undefined : new Date(space.now()).toISOString()
    return save([editOf('tasks', task, { doneAt })], { text: doneAt ? home.markedDone : words.madeOpen })
  }
}

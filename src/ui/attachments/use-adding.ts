import { useState } from 'preact/hooks'
import { clockTime, dayOf, shortDate } from '../../i18n/dates.ts'
import { app as appWords } from '../../i18n/fr/app.ts'
import { attachments } from '../../i18n/fr/attachments.ts'
import { attach, type Belonging, type PreparedFile } from '../../store/attach.ts'
import { rememberProblem } from '../../store/last-problems.ts'
import { problemOf } from '../../store/problem.ts'
import { askToPersist } from '../../store/storage-state.ts'
import { type Edit, save } from '../../store/write.ts'
import { useApp, useWords } from '../app/app-context.ts'
import { undoneText } from '../app/undone.ts'
import { preparedFile, type Wanted } from './prepared-file.ts'

/** Takes files in, one after the other for the phone's memory, and tells which were not, and why. */
export const useAdding = (to: Belonging) => {
  const { space, speech, tell } = useApp()
  const words = useWords(attachments)
  const app = useWords(appWords)
  const [isPreparing, setPreparing] = useState(false)

  const nameOf = (wanted: Wanted) => {
    const day = shortDate(speech.language, dayOf(space.now()))
    return wanted === 'businessCard' ? words.cardOf(day) : words.photoOf(day, clockTime(speech.language, space.now()))
  }
  const prepared = async (files: readonly File[], wanted: Wanted) => {
    const [good, bad]: [PreparedFile[], string[]] = [[], []]
    for (const file of files) {
      const one = await preparedFile(file, wanted, nameOf(wanted))
      if ('file' in one) good.push(one.file)
      else bad.push(words.why[one.why](file.name))
    }
    return { good, bad }
  }
  const attempt = async <T>(act: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await act()
    } catch (error) {
      const problem = problemOf(error)
      tell({ text: problem === 'full' ? words.full : app.problem[problem], urgent: true })
      rememberProblem(problem)
      return undefined
    }
  }
  const takeBack = (undo: readonly Edit[]) =>
    void attempt(() => save(space, undo)).then((back) => back && tell({ text: undoneText(speech, undo, back) }))

  const add = async (files: readonly File[], wanted: Wanted) => {
    setPreparing(true)
    const { good, bad } = await prepared(files, wanted).finally(() => setPreparing(false))
    const undo = good.length > 0 ? await attempt(() => attach(space, good, to)) : []
    if (!undo) return
    if (undo.length > 0) void askToPersist(space).catch(() => {})
    if (bad.length > 0) tell({ text: bad.join(' '), urgent: true })
    else tell({ text: words.added(good.length), act: { word: app.undo, run: () => takeBack(undo) } })
  }
  return { isPreparing, add }
}

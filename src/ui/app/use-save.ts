import { useCallback } from 'preact/hooks'
import { app as appWords } from '../../i18n/fr/app.ts'
import { afterFrame } from '../../store/after-frame.ts'
import { problemOf } from '../../store/problem.ts'
import type { Edit, Ended } from '../../store/write.ts'
import { useApp } from './app-context.ts'
import { rested } from './rested.ts'

type Telling = Ended & {
  /** What happened, in words; "Enregistré sur ce téléphone" when absent. */
  text?: string
  /** Whom or what was saved, by name. */
  of?: string | undefined
  /** It is told with the picture after the one that shows what was saved. */
  late?: boolean
  /** Nothing is told when it went well. */
  quiet?: boolean
}

type AfterPaint = typeof import('./after-paint.ts')
const later = (act: (afterPaint: AfterPaint) => void) => void import('./after-paint.ts').then(act, () => {})

type Write = typeof import('../../store/write.ts')
let write: Write | undefined
/** Comes when the first list stands, and is held: an import that was answered long ago still costs a tap 20 ms. */
const fetchWrite = async (): Promise<Write> => {
  write ??= await import('../../store/write.ts')
  return write
}
rested.then(fetchWrite).catch(() => {})

/** Saves, then tells it with the way back. Answers whether it is kept; when not, the reason is told and nothing changed. */
export const useSave = () => {
  const { space, tell, speech } = useApp()
  return useCallback(
    async (edits: readonly (Edit | undefined)[], telling: Telling = {}): Promise<boolean> => {
      const words = speech.words(appWords)
      const some = edits.filter((edit) => edit !== undefined)
      const attempt = async (these: readonly Edit[], ended?: Ended) => {
        try {
          const { save } = write ?? (await fetchWrite())
          const undo = await save(space, these, ended)
          later(({ afterFirstSave }) => afterFirstSave(space))
          return undo
        } catch (error) {
          const problem = problemOf(error)
          tell({ text: words.problem[problem], urgent: true })
          later(({ rememberProblem }) => rememberProblem(problem))
          return undefined
        }
      }
      const undo = await attempt(some, telling)
      if (!undo) return false
      const takeBack = async () => {
        const back = await attempt(undo)
        if (back) later(({ undoneText }) => tell({ text: undoneText(speech, undo, back), of: telling.of }))
      }
      // The words that were refused would not come back with the rest.
      const act = telling.refused === undefined && { word: words.undo, run: () => void takeBack() }
      const say = () => tell({ text: telling.text ?? words.saved, of: telling.of, ...(act && { act }) })
      if (telling.late) void afterFrame().then(say)
      else if (!telling.quiet) say()
      return true
    },
    [space, tell, speech],
  )
}

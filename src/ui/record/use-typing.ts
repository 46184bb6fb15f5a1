import type { RefObject } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { app as appWords } from '../../i18n/fr/app.ts'
import { heldTexts, textKey } from '../../store/held-text.ts'
import { problemOf } from '../../store/problem.ts'
import { watch } from '../../store/read.ts'
import type { Place } from '../../store/typing.ts'
import { useApp, useWords } from '../app/app-context.ts'
import { bindTyping } from './bind-typing.ts'

/**
 * Binds a textarea to a text as long as it is shown. `isReady`: it can be typed in; `isFull`: not all that was typed had
 * room. `finish` saves what was typed last, and tells whether it is kept.
 */
export const useTyping = (area: RefObject<HTMLTextAreaElement | null>, { table, row, field }: Place) => {
  const { space, fail, tell } = useApp()
  const words = useWords(appWords)
  const [isReady, setReady] = useState(false)
  const [isFull, setFull] = useState(false)
  const finish = useRef(async () => true)
  useEffect(() => {
    const key = textKey(table, row, field)
    const failed = (error: unknown) => tell({ text: words.problem[problemOf(error)], urgent: true })
    let isOver = false
    let end = () => {}
    const begin = async () => {
      const [{ openTyping }, held] = await Promise.all([import('../../store/typing.ts'), heldTexts(space).get(key)])
      if (isOver || !area.current) return
      const bound = bindTyping(area.current, openTyping(space, { table, row, field }, held), { failed, full: setFull })
      const stop = watch(
        space,
        () => heldTexts(space).get(key),
        (now) => now && bound.met(now),
        fail,
      )
      finish.current = bound.save
      end = () => {
        stop()
        bound.end()
      }
      setReady(true)
    }
    begin().catch(failed)
    return () => {
      isOver = true
      end()
    }
  }, [space, table, row, field])
  return { isReady, isFull, finish: () => finish.current() }
}

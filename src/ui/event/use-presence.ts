import type { Event } from '../../domain/records/event.ts'
import { app as appWords } from '../../i18n/fr/app.ts'
import { event as eventWords } from '../../i18n/fr/event.ts'
import { choose, leave } from '../../store/choose-event.ts'
import { problemOf } from '../../store/problem.ts'
import { useApp, useWords } from '../app/app-context.ts'
import { useToday } from '../app/use-today.ts'

type Named = Pick<Event, 'id' | 'name'>

/** Choosing the event one stands at today, and leaving it; each can be taken back. */
export const usePresence = () => {
  const { space, tell } = useApp()
  const app = useWords(appWords)
  const words = useWords(eventWords)
  const today = useToday()
  const attempt = async (noted: Promise<void>, text: string, event: Named, back?: () => void) => {
    try {
      await noted
      tell({ text, of: event.name || app.untitled, ...(back && { act: { word: app.undo, run: back } }) })
    } catch (error) {
      tell({ text: app.problem[problemOf(error)], urgent: true })
    }
  }
  const stand = (event: Named, back?: () => void) =>
    void attempt(choose(space, event.id, today), words.chosen, event, back)
  const go = (event: Named, back?: () => void) => void attempt(leave(space), words.left, event, back)
  return {
    today,
    choose: (event: Named) => stand(event, () => go(event)),
    leave: (event: Named) => go(event, () => stand(event)),
  }
}

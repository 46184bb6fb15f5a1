import { app as appWords } from '../../i18n/fr/app.ts'
import { event as eventWords } from '../../i18n/fr/event.ts'
import { eventOfTheDay, eventsToday } from '../../store/event-of-the-day.ts'
import { useWords } from '../app/app-context.ts'
import { useLive } from '../app/use-live.ts'
import { usePresence } from '../event/use-presence.ts'
import { Button } from '../parts/button.tsx'
import row from '../parts/row.module.css'
import sheet from '../parts/sheet.module.css'

/** Beneath the sheet's title: the event of today that began last, to say with one tap that one stands there; nothing once one does. */
export const EventOffer = () => {
  const words = useWords(eventWords)
  const app = useWords(appWords)
  const { today, choose } = usePresence()
  const offered = useLive(
    async (space) => ((await eventOfTheDay(space, today)) ? undefined : (await eventsToday(space, today)).at(-1)),
    [today],
  )
  if (!offered) return null
  return (
    <>
      <span class={`${row.detail} ${sheet.beneath}`}>{words.isToday(offered.name || app.untitled)}</span>
      <span class={sheet.beside}>
        <Button look="plain" onClick={() => choose(offered)}>
          {words.choose}
        </Button>
      </span>
    </>
  )
}

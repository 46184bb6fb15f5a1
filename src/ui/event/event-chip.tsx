import type { Event } from '../../domain/records/event.ts'
import { app as appWords } from '../../i18n/fr/app.ts'
import { event as eventWords } from '../../i18n/fr/event.ts'
import { home as homeWords } from '../../i18n/fr/home.ts'
import { eventOfTheDay, eventsToday } from '../../store/event-of-the-day.ts'
import { useApp, useWords } from '../app/app-context.ts'
import { useLive } from '../app/use-live.ts'
import { Button, LinkButton } from '../parts/button.tsx'
import { Group } from '../parts/page.tsx'
import text from '../parts/text.module.css'
import { rowPath } from '../paths.ts'
import style from './event.module.css'
import { eventFigures } from './event-figures.ts'
import { usePresence } from './use-presence.ts'

/** On Accueil: the event one stands at, or those of today to choose from; nothing on a day without any. */
export const EventChip = () => {
  const words = useWords(homeWords)
  const { today, ...presence } = usePresence()
  const found = useLive(
    async (space) => ({ chosen: await eventOfTheDay(space, today), offered: await eventsToday(space, today) }),
    [today],
  )
  if (!found) return null
  const { chosen, offered } = found
  if (!chosen && offered.length === 0) return null
  return (
    <Group heading={words.eventToday}>
      {chosen ? (
        <InCourse event={chosen} today={today} leave={() => presence.leave(chosen)} />
      ) : (
        <ul>
          {offered.map((event) => (
            <Offer key={event.id} event={event} choose={() => presence.choose(event)} />
          ))}
        </ul>
      )}
    </Group>
  )
}

const useWhere = (event: Event) => {
  const words = useWords(homeWords)
  return [event.stand && words.stand(event.stand), event.place].filter(Boolean).join(' · ')
}

const Offer = ({ event, choose }: { event: Event; choose: () => void }) => {
  const words = useWords(eventWords)
  const { untitled } = useWords(appWords)
  const where = useWhere(event)
  return (
    <li class={style.offer}>
      <span class={style.what}>
        <strong>
          <bdi>{event.name || untitled}</bdi>
        </strong>
        {where && <span class={text.soft}>{where}</span>}
      </span>
      <Button onClick={choose}>{words.choose}</Button>
    </li>
  )
}

const InCourse = ({ event, today, leave }: { event: Event; today: string; leave: () => void }) => {
  const { space } = useApp()
  const words = useWords(homeWords)
  const presence = useWords(eventWords)
  const { untitled } = useWords(appWords)
  const where = useWhere(event)
  const path = rowPath(space.catalog, 'events', event.id)
  return (
    <>
      <a class={style.name} href={path}>
        <bdi>{event.name || untitled}</bdi>
      </a>
      {where && <p class={text.soft}>{where}</p>}
      <Figures event={event.id} today={today} />
      <div class={style.acts}>
        <LinkButton href={`${path}?close=1`}>{words.closeEvent}</LinkButton>
        <Button look="plain" onClick={leave}>
          {presence.leave}
        </Button>
      </div>
    </>
  )
}

/** Today's figures; those of the whole event too, once it has lasted longer than today. */
const Figures = ({ event, today }: { event: string; today: string }) => {
  const home = useWords(homeWords)
  const words = useWords(eventWords)
  const figures = useLive((space) => eventFigures(space, event, today), [event, today])
  if (!figures) return <p class={style.figures}>{'\u00a0'}</p>
  const { met, metToday, counted, countedToday } = figures
  const told = (people: number, visitors: number) =>
    [people > 0 && home.met(people), visitors > 0 && home.counted(visitors)].filter(Boolean).join(' · ')
  const isFirstDay = met === metToday && counted === countedToday
  return (
    <div class={style.figures}>
      <p>{metToday + countedToday > 0 ? words.today(told(metToday, countedToday)) : words.nothingToday}</p>
      {!isFirstDay && <p class={text.soft}>{words.inAll(told(met, counted))}</p>}
    </div>
  )
}

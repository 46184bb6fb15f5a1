import { useState } from 'preact/hooks'
import { dayAfter } from '../../i18n/dates.ts'
import { agenda as agendaWords } from '../../i18n/fr/agenda.ts'
import { agendaBetween, hasBefore } from '../../store/agenda.ts'
import { useWords } from '../app/app-context.ts'
import { useLast } from '../app/use-last.ts'
import { useLive } from '../app/use-live.ts'
import { Button } from '../parts/button.tsx'
import { Empty } from '../parts/page.tsx'
import { Day } from './agenda-day.tsx'
import { byDay } from './agenda-days.ts'

const pageOfDays = 30

/** The days before today, the latest first, thirty more with each tap. */
export const Past = ({ today }: { today: string }) => {
  const words = useWords(agendaWords)
  const [pages, setPages] = useState(1)
  const [from, to] = [dayAfter(today, -pageOfDays * pages), dayAfter(today, -1)]
  const answer = useLive(
    async (space) => ({
      days: byDay(await agendaBetween(space, from, to), from, to).reverse(),
      more: await hasBefore(space, from),
    }),
    [from, to],
  )
  const found = useLast(answer)
  if (!found) return null
  const { days, more } = found
  return (
    <>
      {days.length === 0 && (
        <Empty>
          <p>{words.nothingPast}</p>
        </Empty>
      )}
      {days.map((day) => (
        <Day key={day.day} day={day} today={today} />
      ))}
      {more && (
        <Button wide onClick={() => setPages(pages + 1)}>
          {words.earlier}
        </Button>
      )}
    </>
  )
}

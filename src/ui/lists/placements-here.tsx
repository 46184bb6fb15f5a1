import type { Placement } from '../../domain/records/placement.ts'
import { dayOf } from '../../i18n/dates.ts'
import { lists as listWords } from '../../i18n/fr/lists.ts'
import { linkedTo } from '../../store/read.ts'
import { useApp, useWords } from '../app/app-context.ts'
import { useLive } from '../app/use-live.ts'
import style from '../record/side.module.css'
import { LinkedList } from './linked-list.tsx'

/** What a structure received, and what is taught there. */
export const PlacementsHere = ({ organisation }: { organisation: string }) => {
  const words = useWords(listWords)
  return (
    <>
      <LinkedList
        heading={words.placements}
        table="placements"
        field="organisation"
        id={organisation}
        none={words.noPlacement}
        given={{ organisation }}
      />
      <LinkedList heading={words.formations} table="formations" field="schools" id={organisation} />
    </>
  )
}

/** The law lets one person follow three at once. */
const mostTutored = 3
const isRunning = (today: string, { startsOn, endsOn }: Placement) => startsOn <= today && (endsOn ?? startsOn) >= today

/** Those a person follows as a tutor, and how many run today. */
export const PlacementsTutored = ({ person }: { person: string }) => {
  const { space } = useApp()
  const words = useWords(listWords)
  const running = useLive(async () => {
    const today = dayOf(space.now())
    const all = await linkedTo<Placement>(space, 'placements', 'tutor', person)
    return all.filter((one) => isRunning(today, one)).reduce((sum, { number }) => sum + number, 0)
  }, [person])
  return (
    <LinkedList heading={words.tutored} table="placements" field="tutor" id={person}>
      {running !== undefined && running > 0 && (
        <p class={style.none}>
          {words.running(running)}
          {running > mostTutored && <>. {words.tooMany}</>}
        </p>
      )}
    </LinkedList>
  )
}

import type { Placement } from '../../domain/records/placement.ts'
import { mostTutored, runningOf } from '../../domain/tutoring.ts'
import { dayOf } from '../../i18n/dates.ts'
import { lists as listWords } from '../../i18n/fr/lists.ts'
import { linkedTo } from '../../store/read.ts'
import { useApp, useWords } from '../app/app-context.ts'
import { useLive } from '../app/use-live.ts'
import { begunFrom } from '../begun-from.ts'
import acts from '../pages/agenda.module.css'
import { LinkButton } from '../parts/button.tsx'
import { Group } from '../parts/page.tsx'
import { newPath } from '../paths.ts'
import style from '../record/side.module.css'
import { AsksHere } from './asks-here.tsx'
import { LinkedList } from './linked-list.tsx'

/** Of what a page says what belongs to a structure or a person, in the order it is told. */
type Link = readonly [table: string, field: string]
const ofOrganisation: readonly Link[] = [
  ['placements', 'organisation'],
  ['interventions', 'organisation'],
  ['jobOffers', 'organisation'],
  ['taxes', 'organisation'],
  ['sponsorships', 'organisation'],
]
const ofPerson: readonly Link[] = [
  ['interventions', 'person'],
  ['sponsorships', 'person'],
]

const Lists = ({ links, id }: { links: readonly Link[]; id: string }) => {
  const { space, speech } = useApp()
  return (
    <>
      {links.map(([table, field]) => {
        const type = space.catalog[table]
        return type && <LinkedList key={table} heading={speech.plural(type)} table={table} field={field} id={id} />
      })}
    </>
  )
}

const NoteHere = ({ links, id }: { links: readonly Link[]; id: string }) => {
  const { space, speech } = useApp()
  const words = useWords(listWords)
  const shorter: Readonly<Record<string, string>> = words.noteAs
  return (
    <Group heading={words.noteHere}>
      <nav class={acts.acts} aria-label={words.noteHere}>
        {links.map(([table, field]) => {
          const type = space.catalog[table]
          return (
            type && (
              <LinkButton
                key={table}
                href={newPath(space.catalog, table, { [field]: id, ...begunFrom(type.fields[field]?.to ?? '', id) })}
              >
                {shorter[table] ?? speech.label(type)}
              </LinkButton>
            )
          )
        })}
      </nav>
    </Group>
  )
}

/** What a structure received, offers, promises and does, what is taught there, and the way to one more of each. */
export const PartnerSides = ({ organisation }: { organisation: string }) => {
  const words = useWords(listWords)
  return (
    <>
      <AsksHere organisation={organisation} />
      <Lists links={ofOrganisation} id={organisation} />
      <LinkedList heading={words.formations} table="formations" field="schools" id={organisation} />
      <NoteHere links={ofOrganisation} id={organisation} />
    </>
  )
}

/** What a person does for the schools: placements followed as a tutor, with how many run today, and all else. */
export const PersonWork = ({ person }: { person: string }) => {
  const { space } = useApp()
  const words = useWords(listWords)
  const running = useLive(async () => {
    const today = dayOf(space.now())
    return runningOf(await linkedTo<Placement>(space, 'placements', 'tutor', person), today)
  }, [person])
  return (
    <>
      <LinkedList heading={words.tutored} table="placements" field="tutor" id={person}>
        {running !== undefined && running > 0 && (
          <p class={style.none}>
            {words.running(running)}
            {running > mostTutored && <>. {words.tooMany}</>}
          </p>
        )}
      </LinkedList>
      <Lists links={ofPerson} id={person} />
    </>
  )
}

import { entry } from '../../i18n/fr/entry.ts'
import { howMany } from '../../store/read.ts'
import type { Space } from '../../store/space.ts'
import { enrolmentOf } from '../../store/sync-state.ts'
import { useWords } from '../app/app-context.ts'
import { useLive } from '../app/use-live.ts'
import style from './entry.module.css'

const whatIsHere = async (space: Space) => {
  const tables = Object.values(space.catalog).filter((type) => !type.small)
  const [enrolment, counts] = await Promise.all([
    enrolmentOf(space),
    Promise.all(tables.map((type) => howMany(space, type.table))),
  ])
  return { enrolment, count: counts.reduce((sum, count) => sum + count, 0) }
}

/** What becomes of what was noted here: it is sent to the first space one enters, and stays out of a second one. */
export const NotesBefore = ({ name }: { name: string | undefined }) => {
  const words = useWords(entry)
  const here = useLive(whatIsHere, [])
  if (here?.enrolment) return <p class={style.about}>{words.beside(here.enrolment.name)}</p>
  if (!here?.count) return null
  return <p class={style.about}>{words.notedBefore(here.count, name ?? words.newSpace)}</p>
}

import { useEffect, useState } from 'preact/hooks'
import { entry } from '../../i18n/fr/entry.ts'
import { type Enrolled, enrolledIn } from '../../store/enrolled-spaces.ts'
import { howMany } from '../../store/read.ts'
import type { Space } from '../../store/space.ts'
import { enrolmentOf } from '../../store/sync-state.ts'
import { useApp, useWords } from '../app/app-context.ts'
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

type Read = (campus: string) => Promise<Enrolled | undefined>
/** The database of this device that is in the space already; `undefined` until that is known, `null` for none. */
const useHome = (campus: string | undefined, read: Read): Enrolled | null | undefined => {
  const [home, setHome] = useState<Enrolled | null>()
  useEffect(() => {
    if (campus === undefined) return setHome(null)
    read(campus).then(
      (found) => setHome(found ?? null),
      () => setHome(null),
    )
  }, [campus])
  return home
}

type Props = { campus: string | undefined; name: string | undefined; read?: Read }
/**
 * What becomes of what was noted here: it is sent to the first space one enters, and to the one this device was in
 * before; it stays out of a second one.
 */
export const NotesBefore = ({ campus, name, read = enrolledIn }: Props) => {
  const { space } = useApp()
  const words = useWords(entry)
  const here = useLive(whatIsHere, [])
  const home = useHome(campus, read)
  if (!here || home === undefined) return null
  const { enrolment, count } = here
  const title = name ?? words.newSpace
  const told = () => {
    if (home) return home.install === space.install ? words.back(title) : words.backBeside(title)
    if (enrolment) return words.beside(enrolment.name)
    return count > 0 ? words.notedBefore(title) : undefined
  }
  const text = told()
  return text === undefined ? null : <p class={style.about}>{text}</p>
}

import type { AnyRow } from '../../domain/record.ts'
import { record as recordWords } from '../../i18n/fr/record.ts'
import { useApp, useWords } from '../app/app-context.ts'
import { later } from '../app/later.tsx'
import { useLive } from '../app/use-live.ts'
import { History } from './history.tsx'
import { TieList } from './tie-list.tsx'
import { structuresIn, tiesOf } from './ties.ts'
import { Todo } from './todo.tsx'

const PersonWork = later(() => import('../lists/partner-sides.tsx').then((part) => part.PersonWork))

/** What a person's page has under the fields. */
export const PersonSides = ({ row }: { row: AnyRow }) => {
  const { space } = useApp()
  const words = useWords(recordWords)
  const ties = useLive(() => tiesOf(space, 'person', row.id), [row.id])
  if (!ties) return null
  const [only, ...others] = structuresIn(ties)
  const from = { person: row.id, ...(only && others.length === 0 && { organisation: only.id }) }
  const { person: people, ...structure } = from
  return (
    <>
      <TieList row={row} end="person" none={words.noStructure} ties={ties} />
      <PersonWork person={row.id} />
      <Todo by="person" id={row.id} from={from} />
      <History by="people" id={row.id} given={{ people, ...structure }} />
    </>
  )
}

import type { AnyRow } from '../../domain/record.ts'
import { record as recordWords } from '../../i18n/fr/record.ts'
import { useApp, useWords } from '../app/app-context.ts'
import { later } from '../app/later.tsx'
import { useLive } from '../app/use-live.ts'
import { History } from './history.tsx'
import { InContact } from './in-contact.tsx'
import { TieList } from './tie-list.tsx'
import { tiesOf } from './ties.ts'
import { Todo } from './todo.tsx'

const PartnerSides = later(() => import('../lists/partner-sides.tsx').then((part) => part.PartnerSides))

/** What a structure's page has under the fields. */
export const OrganisationSides = ({ row }: { row: AnyRow }) => {
  const { space } = useApp()
  const words = useWords(recordWords)
  const ties = useLive(() => tiesOf(space, 'organisation', row.id), [row.id])
  if (!ties) return null
  return (
    <>
      <TieList row={row} end="organisation" none={words.noPeople} ties={ties} />
      <InContact organisation={row.id} />
      <Todo by="organisation" id={row.id} from={{ organisation: row.id }} />
      <History by="organisation" id={row.id} given={{ organisation: row.id }} />
      <PartnerSides organisation={row.id} />
    </>
  )
}

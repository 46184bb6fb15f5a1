import { useState } from 'preact/hooks'
import type { AnyRow } from '../../domain/record.ts'
import { affiliation } from '../../domain/records/affiliation.ts'
import { useApp } from '../app/app-context.ts'
import { useLocation } from '../app/location.tsx'
import { rowPath } from '../paths.ts'
import { RecordForm } from './record-form.tsx'
import { startingValues } from './starting-values.ts'
import type { End } from './ties.ts'
import { useFormDraft } from './use-form-draft.ts'

type Props = { row: AnyRow; end: End; isFirst: boolean; close: () => void }
/** A new tie, from either side; the first one that lasts is the main one. */
export const TieForm = ({ row, end, isFirst, close }: Props) => {
  const { space } = useApp()
  const { query, route } = useLocation()
  const [other, table] = end === 'person' ? ['organisation', 'people'] : ['person', 'organisations']
  const [start] = useState(() => ({
    ...startingValues(affiliation, space, { [end]: row.id }),
    ...(isFirst && { main: 'yes' }),
  }))
  const draft = useFormDraft({
    form: `new/affiliations/${table}/${row.id}`,
    asked: query.draft,
  })
  if (!draft) return null
  const leave = () => {
    route(rowPath(space.catalog, table, row.id), true)
    close()
  }
  return (
    <RecordForm
      type={affiliation}
      names={[other, 'role', 'since']}
      start={start}
      draft={draft}
      done={leave}
      cancelled={leave}
    />
  )
}

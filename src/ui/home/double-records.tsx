import { useState } from 'preact/hooks'
import type { AnyRow } from '../../domain/record.ts'
import { app as appWords } from '../../i18n/fr/app.ts'
import { versions as versionWords } from '../../i18n/fr/versions.ts'
import { listed } from '../../store/read.ts'
import type { Space } from '../../store/space.ts'
import { summariesOf } from '../../store/summaries.ts'
import { useApp, useWords } from '../app/app-context.ts'
import { useIndexReady } from '../app/use-index.ts'
import { useLive } from '../app/use-live.ts'
import { Button } from '../parts/button.tsx'
import { Group } from '../parts/page.tsx'
import { RecordRow } from '../parts/record-row.tsx'

const few = 3

/** The rows with two versions that stand in no list of Contacts: there are few events and tasks, and no index of them. */
const doubleElsewhere = async (space: Space) => {
  const tables = Object.values(space.catalog).filter((type) => !type.inContacts && !type.small)
  const found = await Promise.all(
    tables.map(async ({ table }) => {
      const rows: AnyRow[] = await listed(space, table)
      return summariesOf(
        space,
        table,
        rows.filter((row) => row.versions),
      )
    }),
  )
  return found.flat()
}

/** How many records have two versions of a field, and the way to each. */
export const DoubleRecords = () => {
  const { space, index } = useApp()
  const words = useWords(versionWords)
  const app = useWords(appWords)
  const [isAll, setAll] = useState(false)
  useIndexReady()
  const elsewhere = useLive(doubleElsewhere, [])
  const inContacts = Object.values(space.catalog)
    .filter((type) => type.inContacts)
    .flatMap(({ table }) => index.all(table).filter((one) => one.isDouble))
  const all = [...inContacts, ...(elsewhere ?? [])]
  if (all.length === 0) return null
  return (
    <Group heading={words.records(all.length)}>
      <ul>
        {all.slice(0, isAll ? undefined : few).map((summary) => (
          <RecordRow key={summary.id} summary={summary} />
        ))}
      </ul>
      {all.length > few && !isAll && (
        <Button look="plain" onClick={() => setAll(true)}>
          {app.more}
        </Button>
      )}
    </Group>
  )
}

import type { AnyRow } from '../../domain/record.ts'
import { lists as listWords } from '../../i18n/fr/lists.ts'
import { useWords } from '../app/app-context.ts'
import { LinkedList } from './linked-list.tsx'

/** What a formation's page has under the fields: when its classes are in companies, and who received them. */
export const FormationSides = ({ row }: { row: AnyRow }) => {
  const words = useWords(listWords)
  const given = { formation: row.id }
  return (
    <>
      <LinkedList
        heading={words.periods}
        table="trainingPeriods"
        field="formation"
        id={row.id}
        none={words.noPeriod}
        given={given}
      />
      <LinkedList
        heading={words.needs}
        table="needs"
        field="formation"
        id={row.id}
        none={words.noNeed}
        given={{ ...given, kind: 'places' }}
      />
      <LinkedList
        heading={words.placements}
        table="placements"
        field="formation"
        id={row.id}
        none={words.noPlacement}
        given={given}
      />
    </>
  )
}

const texts = (values: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : [])),
  )

/** What is wanted for a period, and who received its classes; what is noted here starts with all it tells. */
export const PeriodSides = ({ row }: { row: AnyRow }) => {
  const words = useWords(listWords)
  const { formation, startsOn, endsOn, school, classes } = row
  const [className] = Array.isArray(classes) && classes.length === 1 ? classes : []
  const known = { period: row.id, formation, school, className }
  return (
    <>
      <LinkedList
        heading={words.needs}
        table="needs"
        field="period"
        id={row.id}
        none={words.noNeed}
        given={texts({ ...known, kind: 'places', dueOn: startsOn })}
      />
      <LinkedList
        heading={words.placements}
        table="placements"
        field="period"
        id={row.id}
        none={words.noPlacement}
        given={texts({ ...known, kind: 'pfmp', startsOn, endsOn })}
      />
    </>
  )
}

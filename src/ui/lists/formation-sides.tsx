import type { AnyRow } from '../../domain/record.ts'
import { lists as listWords } from '../../i18n/fr/lists.ts'
import { useWords } from '../app/app-context.ts'
import { LinkedList } from './linked-list.tsx'

type Given = Record<string, string>
type Props = { field: 'formation' | 'period'; id: string; need: Given; placement: Given }
/** What is wanted, and who received how many; what is noted here starts with what is given. */
const WantedAndReceived = ({ field, id, need, placement }: Props) => {
  const words = useWords(listWords)
  const list = { field, id }
  return (
    <>
      <LinkedList
        {...list}
        heading={words.needs}
        table="needs"
        none={words.noNeed}
        given={{ ...need, kind: 'places' }}
      />
      <LinkedList {...list} heading={words.placements} table="placements" none={words.noPlacement} given={placement} />
    </>
  )
}

/** What a formation's page has under the fields: when its classes are in companies, and who received them. */
export const FormationSides = ({ row: { id } }: { row: AnyRow }) => {
  const words = useWords(listWords)
  const given = { formation: id }
  return (
    <>
      <LinkedList
        heading={words.periods}
        table="trainingPeriods"
        field="formation"
        id={id}
        none={words.noPeriod}
        given={given}
      />
      <WantedAndReceived field="formation" id={id} need={given} placement={given} />
    </>
  )
}

const texts = (values: Record<string, unknown>): Given =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : [])),
  )

/** What is wanted for a period, and who received its classes; what is noted here starts with all it tells. */
export const PeriodSides = ({ row }: { row: AnyRow }) => {
  const { id, formation, startsOn, endsOn, school, classes } = row
  const [className] = Array.isArray(classes) && classes.length === 1 ? classes : []
  const known = { period: id, formation, school, className }
  return (
    <WantedAndReceived
      field="period"
      id={id}
      need={texts({ ...known, dueOn: startsOn })}
      placement={texts({ ...known, kind: 'pfmp', startsOn, endsOn })}
    />
  )
}

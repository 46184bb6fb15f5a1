import type { Counted } from '../../domain/indicators/indicator.ts'
import type { Months } from '../../domain/indicators/months.ts'
import { pilotage as pilotageWords } from '../../i18n/fr/pilotage.ts'
import { anyNoted } from '../../store/filters.ts'
import { useApp, useWords } from '../app/app-context.ts'
import { listPath } from '../paths.ts'
import { CountTable } from './count-table.tsx'
import { Figure } from './figure.tsx'

type Props = { counted: Counted; names: ReadonlyMap<string, string>; months: Months | undefined }
export const PeopleFigure = ({ counted, names, months }: Props) => {
  const { space, speech } = useApp()
  const words = useWords(pilotageWords)
  const type = space.catalog.events
  const pathOf = (event: string) => listPath(space.catalog, 'people', { event, ...(months && { month: months }) })
  const lines = counted.parts.map(({ key, count }) => ({
    key,
    count,
    word: names.get(key) ?? words.deletedEvent,
    href: pathOf(key),
  }))
  return (
    <Figure
      indicator={words.indicators.peopleMetByEvent}
      total={counted.total}
      unit={words.people(counted.total)}
      none={words.nobodyMet}
      href={pathOf(anyNoted)}
    >
      <CountTable
        caption={words.indicators.peopleMetByEvent.name}
        what={type ? speech.label(type) : ''}
        lines={lines}
      />
    </Figure>
  )
}

import type { Counted } from '../../domain/indicators/indicator.ts'
import { notNoted } from '../../domain/indicators/indicator.ts'
import { pilotage as pilotageWords } from '../../i18n/fr/pilotage.ts'
import { useApp, useWords } from '../app/app-context.ts'
import { listPath } from '../paths.ts'
import { CountTable } from './count-table.tsx'
import { Figure } from './figure.tsx'

export const StructuresFigure = ({ counted }: { counted: Counted }) => {
  const { space, speech } = useApp()
  const words = useWords(pilotageWords)
  const type = space.catalog.organisations
  const collegeName = (key: string) =>
    key === notNoted || !type ? words.notNoted : speech.option(type, 'college', key)
  const lines = counted.parts.map(({ key, count }) => ({
    key,
    count,
    word: collegeName(key),
    href: listPath(space.catalog, 'organisations', { college: key }),
  }))
  return (
    <Figure
      indicator={words.indicators.structuresByCollege}
      total={counted.total}
      unit={words.structures(counted.total)}
      note={words.today}
      none={words.noStructure}
      href={listPath(space.catalog, 'organisations')}
    >
      <CountTable
        caption={words.indicators.structuresByCollege.name}
        what={type ? speech.field(type, 'college') : ''}
        lines={lines}
      />
    </Figure>
  )
}

import { figure } from '../../i18n/figures.ts'
import { lists as listWords } from '../../i18n/fr/lists.ts'
import { howMany } from '../../store/read.ts'
import { useApp, useWords } from '../app/app-context.ts'
import { useLive } from '../app/use-live.ts'
import { Group } from '../parts/page.tsx'
import { Item, Row } from '../parts/row.tsx'
import { listPath } from '../paths.ts'
import { iconOf } from '../record-line.ts'

/** The way from Pilotage to each list of its own, with how many records it holds. */
export const ListLinks = () => {
  const { space, speech } = useApp()
  const words = useWords(listWords)
  const types = Object.values(space.catalog).filter((type) => type.inPilotage)
  const counts = useLive(() => Promise.all(types.map(({ table }) => howMany(space, table))), [])
  return (
    <Group heading={words.heading}>
      <ul>
        {types.map((type, at) => (
          <Item key={type.table}>
            <Row
              title={speech.plural(type)}
              icon={iconOf(type.table) ?? 'flag'}
              aside={counts && figure(speech.language, counts[at] ?? 0)}
              href={listPath(space.catalog, type.table)}
            />
          </Item>
        ))}
      </ul>
    </Group>
  )
}

import { useEffect, useState } from 'preact/hooks'
import { team } from '../../i18n/fr/team.ts'
import { enrolledSpaces, type KnownSpace } from '../../store/enrolled-spaces.ts'
import { useApp, useWords } from '../app/app-context.ts'
import { Group } from '../parts/page.tsx'
import { Item, Row } from '../parts/row.tsx'

type Props = { read?: () => Promise<readonly KnownSpace[]> }
/** What else this device is a member of; nothing where it is in one space. */
export const OtherSpaces = ({ read = enrolledSpaces }: Props) => {
  const { acts } = useApp()
  const words = useWords(team)
  const [spaces, setSpaces] = useState<readonly KnownSpace[]>([])
  useEffect(() => {
    read().then(setSpaces, () => {})
  }, [])
  const others = spaces.filter(({ isCurrent }) => !isCurrent)
  if (others.length === 0) return null
  return (
    <Group heading={words.others}>
      <ul>
        {others.map(({ install, title }) => (
          <Item key={install}>
            <Row title={title ?? words.inNone} aside={words.openSpace} onClick={() => acts.switchSpace(install)} />
          </Item>
        ))}
      </ul>
    </Group>
  )
}

import { news as newsWords } from '../../i18n/fr/news.ts'
import { newsOf } from '../../store/news.ts'
import { useApp, useWords } from '../app/app-context.ts'
import { useLive } from '../app/use-live.ts'
import { useMemberName } from '../app/use-team.ts'
import { useToday } from '../app/use-today.ts'
import { LinkButton } from '../parts/button.tsx'
import { Group } from '../parts/page.tsx'
import { Item, Row } from '../parts/row.tsx'
import { listPath, rowPath } from '../paths.ts'
import { lineOf } from '../record-line.ts'

const few = 4

/** What colleagues added since yesterday, the latest first, with who added it. */
export const NewsGroup = () => {
  const { space, speech } = useApp()
  const words = useWords(newsWords)
  const nameOf = useMemberName()
  const today = useToday()
  const found = useLive((space) => newsOf(space, few), [today])
  const first = found?.some.find(({ summary }) => space.catalog[summary.table]?.inContacts)
  if (!found || found.total === 0) return null
  return (
    <Group
      heading={words.sinceYesterday}
      aside={
        found.total > found.some.length && (
          <LinkButton look="plain" href={listPath(space.catalog, first?.summary.table ?? 'people', { mark: 'new' })}>
            {words.all}
          </LinkButton>
        )
      }
    >
      <ul>
        {found.some.map(({ summary, by }) => {
          const { title, detail, icon } = lineOf(speech, space.catalog, summary)
          return (
            <Item key={summary.id}>
              <Row
                title={title}
                detail={[words.by(nameOf(by)), detail].filter(Boolean).join(' · ')}
                icon={icon}
                href={rowPath(space.catalog, summary.table, summary.id)}
              />
            </Item>
          )
        })}
      </ul>
    </Group>
  )
}

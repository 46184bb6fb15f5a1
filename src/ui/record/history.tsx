import { useState } from 'preact/hooks'
import { type Exchange, exchange } from '../../domain/records/exchange.ts'
import { dayOf, shortDate } from '../../i18n/dates.ts'
import { app as appWords } from '../../i18n/fr/app.ts'
import { record as recordWords } from '../../i18n/fr/record.ts'
import { teamwork as teamworkWords } from '../../i18n/fr/teamwork.ts'
import { linkedTo } from '../../store/read.ts'
import { summariesOf } from '../../store/summaries.ts'
import { useApp, useWords } from '../app/app-context.ts'
import { useLast } from '../app/use-last.ts'
import { useLive } from '../app/use-live.ts'
import { begunFrom } from '../begun-from.ts'
import { Button, LinkButton } from '../parts/button.tsx'
import { Group } from '../parts/page.tsx'
import { Item, Row } from '../parts/row.tsx'
import { newPath, rowPath } from '../paths.ts'
import { namesInWords } from '../record-line.ts'
import style from './side.module.css'

const step = 10

type Props = {
  /** The field of an exchange that points here. */
  by: 'people' | 'organisation'
  id: string
  /** What a new exchange is filled with. */
  given: Record<string, string>
}
/** The exchanges had with a person or a structure, latest first. */
export const History = ({ by, id, given }: Props) => {
  const { space, speech } = useApp()
  const app = useWords(appWords)
  const words = useWords(recordWords)
  const teamwork = useWords(teamworkWords)
  const [limit, setLimit] = useState(step)
  const answer = useLive(async () => {
    const all = await linkedTo<Exchange>(space, 'exchanges', by, id)
    const rows = all.sort((a, b) => b.at.localeCompare(a.at)).slice(0, limit)
    return { rows, total: all.length, summaries: await summariesOf(space, 'exchanges', rows) }
  }, [by, id, limit])
  const found = useLast(answer)
  if (!found) return null
  const others = (at: number) => {
    const [name, to] = by === 'people' ? (['organisation', 'organisations'] as const) : (['people', 'people'] as const)
    const titles = found.summaries[at]?.values[exchange.summary.indexOf(name)]
    return Array.isArray(titles) ? namesInWords(speech, to, titles) : ''
  }
  const interestsOf = ({ interests = [] }: Exchange) =>
    interests.map((one) => speech.option(exchange, 'interests', one)).join(', ')
  return (
    <Group
      heading={words.history}
      aside={
        <LinkButton
          look="plain"
          icon="plus"
          href={newPath(space.catalog, 'exchanges', { ...given, ...begunFrom(exchange.fields[by].to, id) })}
        >
          {teamwork.noteExchange}
        </LinkButton>
      }
    >
      {found.total === 0 && <p class={style.none}>{words.noHistory}</p>}
      <ul>
        {found.rows.map((row, at) => (
          <Item key={row.id}>
            <Row
              title={row.subject || speech.option(exchange, 'kind', row.kind)}
              detail={[
                row.subject && speech.option(exchange, 'kind', row.kind),
                others(at),
                interestsOf(row),
                row.report,
              ]
                .filter(Boolean)
                .join(' · ')}
              aside={shortDate(speech.language, dayOf(row.at))}
              icon="talk"
              href={rowPath(space.catalog, 'exchanges', row.id)}
            />
          </Item>
        ))}
      </ul>
      {found.total > limit && (
        <Button wide onClick={() => setLimit(limit + step * 5)}>
          {app.more}
        </Button>
      )}
    </Group>
  )
}

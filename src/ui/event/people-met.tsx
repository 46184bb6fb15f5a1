import { useState } from 'preact/hooks'
import type { AnyRow } from '../../domain/record.ts'
import { app as appWords } from '../../i18n/fr/app.ts'
import { event as eventWords } from '../../i18n/fr/event.ts'
import { teamwork as teamworkWords } from '../../i18n/fr/teamwork.ts'
import { rowsOf } from '../../store/read.ts'
import type { Space } from '../../store/space.ts'
import { summariesOf } from '../../store/summaries.ts'
import { useApp, useWords } from '../app/app-context.ts'
import { useLive } from '../app/use-live.ts'
import { begunFrom } from '../begun-from.ts'
import { Button, LinkButton } from '../parts/button.tsx'
import { Group } from '../parts/page.tsx'
import { Item, Row } from '../parts/row.tsx'
import text from '../parts/text.module.css'
import { newPath, rowPath } from '../paths.ts'
import { meetingsAt } from './event-figures.ts'

const atOnce = 20

/** Everyone its meetings name, the last met first; structures met without a name are lines too. */
const metAt = async (space: Space, event: string) => {
  const latestFirst = (await meetingsAt(space, event)).sort((a, b) => b.at.localeCompare(a.at))
  const people = latestFirst.flatMap((exchange) => exchange.people ?? [])
  const structures = latestFirst.flatMap(({ people, organisation }) =>
    organisation && !people?.length ? [organisation] : [],
  )
  const there = (rows: AnyRow[]) => rows.filter((row) => !row.deletedAt)
  return [
    ...(await summariesOf(space, 'people', there(await rowsOf(space, 'people', people)))),
    ...(await summariesOf(space, 'organisations', there(await rowsOf(space, 'organisations', structures)))),
  ]
}

export const PeopleMet = ({ event }: { event: string }) => {
  const { space } = useApp()
  const words = useWords(eventWords)
  const app = useWords(appWords)
  const teamwork = useWords(teamworkWords)
  const [all, setAll] = useState(false)
  const met = useLive((space) => metAt(space, event), [event])
  if (!met) return null
  return (
    <Group heading={words.met} aside={met.length > 0 && <span>{met.length}</span>}>
      {met.length === 0 && <p class={text.soft}>{words.nobodyMet}</p>}
      <ul>
        {met.slice(0, all ? undefined : atOnce).map(({ table, id, values, of }) => (
          <Item key={id}>
            <Row
              title={String(values[0] ?? '') || app.untitled}
              detail={of?.join(', ')}
              icon={table === 'organisations' ? 'building' : undefined}
              href={rowPath(space.catalog, table, id)}
            />
          </Item>
        ))}
      </ul>
      {met.length > atOnce && !all && (
        <Button look="plain" onClick={() => setAll(true)}>
          {app.more}
        </Button>
      )}
      <LinkButton
        look="plain"
        icon="plus"
        href={newPath(space.catalog, 'exchanges', { event, ...begunFrom('events', event) })}
      >
        {teamwork.noteExchange}
      </LinkButton>
    </Group>
  )
}

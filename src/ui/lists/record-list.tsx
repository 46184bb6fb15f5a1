import { useState } from 'preact/hooks'
import { figure } from '../../i18n/figures.ts'
import { contacts as contactWords } from '../../i18n/fr/contacts.ts'
import { lists as listWords } from '../../i18n/fr/lists.ts'
import { useApp, useWords } from '../app/app-context.ts'
import { useLocation } from '../app/location.tsx'
import style from '../pages/contacts.module.css'
import { useLines } from '../pages/use-lines.ts'
import { Button } from '../parts/button.tsx'
import { More } from '../parts/more.tsx'
import { Empty, Page, PageAct } from '../parts/page.tsx'
import { RecordRow } from '../parts/record-row.tsx'
import { SearchField } from '../parts/search-field.tsx'
import { listPath, newPath } from '../paths.ts'
import { FacetFilters } from './facet-filters.tsx'
import { useRecordList } from './use-record-list.ts'

/** What was searched stays while one looks at a record and comes back. */
const asked: Record<string, string> = {}
const atFirst = 20
const atOnce = 50

type Props = { table: string; current?: string | undefined }
/** All records of one type, found by their words and by what their definition says they are told apart by. */
export const RecordList = ({ table, current }: Props) => {
  const { space, speech } = useApp()
  const words = useWords(listWords)
  const contacts = useWords(contactWords)
  const { query: address, route } = useLocation()
  const type = space.catalog[table]
  const chosen = Object.fromEntries(
    (type?.facets ?? []).flatMap((name) => (address[name] ? [[name, address[name]] as const] : [])),
  )
  const narrowed = Object.keys(chosen).length > 0
  const [query, setQuery] = useState(asked[table] ?? '')
  const [limit, setLimit] = useState(atFirst)
  const [filtering, setFiltering] = useState(narrowed)
  const { rows, total, facets } = useRecordList(table, query, chosen, limit, filtering)
  const lines = useLines(rows?.map(({ id }) => id) ?? [], query !== '')
  if (!type) return null
  const search = (text: string) => {
    asked[table] = text
    setQuery(text)
    setLimit(atFirst)
  }
  const choose = (next: Record<string, string>) => {
    setLimit(atFirst)
    route(listPath(space.catalog, table, next), true)
  }
  const whyEmpty: Readonly<Record<string, string>> = words.empty
  return (
    <Page
      title={speech.plural(type)}
      back="/pilotage"
      actions={
        <PageAct icon="plus" href={newPath(space.catalog, table, chosen)}>
          {words.add}
        </PageAct>
      }
    >
      <div class={style.tools}>
        <SearchField value={query} onInput={search} />
        {type.facets && (
          <Button icon="filter" look="plain" expanded={filtering} onClick={() => setFiltering(!filtering)}>
            {contacts.filters}
            {narrowed && ` · ${Object.keys(chosen).length}`}
          </Button>
        )}
      </div>
      {filtering && <FacetFilters type={type} facets={facets} chosen={chosen} choose={choose} />}
      <p class={rows?.length === 0 ? 'visually-hidden' : style.count} aria-live="polite">
        {total === undefined
          ? (query || narrowed) && contacts.loading
          : contacts.count(figure(speech.language, total), total)}
      </p>
      <ul>
        {rows?.map((summary, at) => (
          <RecordRow key={lines[at]} summary={summary} current={summary.id === current} />
        ))}
      </ul>
      {rows && rows.length < (total ?? 0) && <More show={() => setLimit(limit + atOnce)} early={limit < atOnce} />}
      {rows?.length === 0 && (
        <Empty>
          <p>{query.trim() ? contacts.none(query.trim()) : narrowed ? words.none : whyEmpty[table]}</p>
        </Empty>
      )}
    </Page>
  )
}

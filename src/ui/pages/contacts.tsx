import { useCallback, useState } from 'preact/hooks'
import { figure } from '../../i18n/figures.ts'
import { app as appWords } from '../../i18n/fr/app.ts'
import { contacts as contactWords } from '../../i18n/fr/contacts.ts'
import { filtersFrom } from '../../store/filter-names.ts'
import { useApp, useWords } from '../app/app-context.ts'
import { later } from '../app/later.tsx'
import { useLocation } from '../app/location.tsx'
import { Button } from '../parts/button.tsx'
import { More } from '../parts/more.tsx'
import { Empty, Page, PageAct } from '../parts/page.tsx'
import { RecordRow } from '../parts/record-row.tsx'
import { SearchField } from '../parts/search-field.tsx'
import { Tabs } from '../parts/tabs.tsx'
import { listPath, newPath } from '../paths.ts'
import style from './contacts.module.css'
import { atFirst, useContactList } from './use-contact-list.ts'
import { useLines } from './use-lines.ts'

const ContactFilters = later(() => import('./contact-filters.tsx').then((page) => page.ContactFilters))
const OtherLists = later(() => import('./other-lists.tsx').then((part) => part.OtherLists))
/** What is searched, in all the lists, and in which visit: it stays while one looks at a record and comes back. */
let asked: { words: string; visit: unknown } = { words: '', visit: undefined }
/** So few answers that what one looks for may be in another list. */
const few = 3
/** How many rows are drawn once one scrolls, before the rest is asked for. */
const atOnce = 50

type Props = {
  table: string
  current?: string | undefined
  /** Another one each time one comes to Contacts. */
  visit?: unknown
}
export const Contacts = ({ table, current, visit }: Props) => {
  const { space, speech } = useApp()
  const words = useWords(contactWords)
  const app = useWords(appWords)
  const { query: address, route } = useLocation()
  const filters = filtersFrom(address)
  const filtered = Object.keys(filters).length > 0
  const [query, setQuery] = useState(() => {
    // Who comes from a figure to what it counts is shown all of that.
    const isOther = filtered && asked.visit !== visit
    asked = { words: isOther ? '' : asked.words, visit }
    return asked.words
  })
  const [limit, setLimit] = useState(atFirst)
  const more = useCallback(() => setLimit((drawn) => (drawn < atOnce ? atOnce : drawn + 2 * atOnce)), [])
  const [filtering, setFiltering] = useState(filtered)
  const { rows, total } = useContactList(table, query, filters, limit)
  const lines = useLines(rows?.map(({ id }) => id) ?? [], query !== '')
  const type = space.catalog[table]
  if (!type) return null
  const search = (text: string) => {
    asked = { words: text, visit }
    setQuery(text)
    setLimit(atFirst)
  }
  const tabs = Object.values(space.catalog)
    .filter((one) => one.inContacts)
    .map((one) => ({ key: one.table, word: speech.plural(one) }))
  const others = query.trim() && Number(total) <= few && <OtherLists table={table} query={query} />
  // The bar's ＋ notes a person at once: what stands here is told apart from it.
  const create = (
    <PageAct icon="plus" href={newPath(space.catalog, table)}>
      {table === 'people' ? words.fullForm : speech.label(type)}
    </PageAct>
  )
  return (
    <Page title={app.contacts} actions={create}>
      <Tabs
        label={app.contacts}
        tabs={tabs}
        selected={table}
        select={(key) => route(listPath(space.catalog, key, filters.mark ? { mark: filters.mark } : {}))}
      />
      <div class={style.tools}>
        <SearchField value={query} onInput={search} />
        <Button icon="filter" look="plain" expanded={filtering} onClick={() => setFiltering(!filtering)}>
          {words.filters}
        </Button>
      </div>
      {filtering && (
        <ContactFilters
          table={table}
          filters={filters}
          onChange={(next) => route(listPath(space.catalog, table, next as Record<string, string>), true)}
        />
      )}
      <p class={rows?.length === 0 ? 'visually-hidden' : style.count} aria-live="polite">
        {total === undefined
          ? (query || filtered) && words.loading
          : words.count(figure(speech.language, total), total)}
      </p>
      <ul>
        {rows?.map((summary, at) => (
          <RecordRow key={lines[at]} summary={summary} current={summary.id === current} />
        ))}
      </ul>
      {rows && rows.length < (total ?? 0) && <More show={more} early={limit < atOnce} />}
      {rows?.length === 0 && (
        <Empty>
          {query.trim() ? (
            <>
              <p>{words.none(query.trim())}</p>
              {others}
            </>
          ) : filtered ? (
            <p>{words.noneFiltered}</p>
          ) : (
            <>
              <p>{words.empty(speech.plural(type))}</p>
              <p>{words.emptyAct}</p>
            </>
          )}
        </Empty>
      )}
      {Number(total) > 0 && others}
      {rows && (
        <p class={style.foot}>
          <a href="/doublons">{app.twins}</a>
          <a href="/corbeille">{app.trash}</a>
        </p>
      )}
    </Page>
  )
}

import { useId } from 'preact/hooks'
import type { RecordType } from '../../domain/record.ts'
import { app as appWords } from '../../i18n/fr/app.ts'
import { lists as listWords } from '../../i18n/fr/lists.ts'
import type { Facets } from '../../store/search-index.ts'
import { titlesById } from '../../store/summaries.ts'
import { useApp, useWords } from '../app/app-context.ts'
import { useLast } from '../app/use-last.ts'
import { useLive } from '../app/use-live.ts'
import style from '../pages/contact-filters.module.css'
import { FilterSelect } from '../pages/filter-select.tsx'
import { Button } from '../parts/button.tsx'
import type { Chosen } from './use-record-list.ts'

type Props = { type: RecordType; facets: Facets; chosen: Chosen; choose: (chosen: Chosen) => void }
/** What the rows of a list are told apart by: only what is there is offered, and what was chosen. */
export const FacetFilters = ({ type, facets, chosen, choose }: Props) => {
  const { speech } = useApp()
  const words = useWords(listWords)
  const app = useWords(appWords)
  const id = useId()
  const linked = (type.facets ?? []).filter((name) => type.fields[name]?.to && facets[name]?.length)
  const titles = useLast(
    useLive(
      async (space) => {
        const found = linked.map((name) => titlesById(space, type.fields[name]?.to ?? '', facets[name] ?? []))
        return new Map((await Promise.all(found)).flatMap((some) => [...some]))
      },
      linked.map((name) => facets[name]),
    ),
  )
  const optionsOf = (name: string) => {
    const { to, options } = type.fields[name] ?? {}
    const word = (key: string) => (to ? titles?.get(key) || app.untitled : speech.option(type, name, key))
    const keys = Object.keys(options ?? {}).filter((key) => facets[name]?.includes(key))
    const some = (options ? keys : (facets[name] ?? [])).map((key) => ({ key, word: word(key) }))
    return to ? some.sort((a, b) => a.word.localeCompare(b.word)) : some
  }
  const shown = (type.facets ?? []).filter((name) => (facets[name]?.length ?? 0) > 1 || chosen[name])
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend would be read before each of its fields
    <div role="group" aria-label={speech.plural(type)} class={style.filters}>
      {shown.map((name) => (
        <FilterSelect
          key={name}
          id={`${id}-${name}`}
          label={speech.field(type, name)}
          all={words.all}
          value={chosen[name] ?? ''}
          options={optionsOf(name)}
          unknown={app.loading}
          choose={(value) => {
            const { [name]: _, ...others } = chosen
            choose(value ? { ...others, [name]: value } : others)
          }}
        />
      ))}
      {Object.keys(chosen).length > 0 && (
        <div class={style.clear}>
          <Button look="plain" onClick={() => choose({})}>
            {words.clear}
          </Button>
        </div>
      )}
    </div>
  )
}

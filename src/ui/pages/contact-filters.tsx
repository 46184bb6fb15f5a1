import { useId } from 'preact/hooks'
import { app as appWords } from '../../i18n/fr/app.ts'
import { contacts as contactWords } from '../../i18n/fr/contacts.ts'
import { filters as filterWords } from '../../i18n/fr/filters.ts'
import { filterChoices } from '../../store/filter-choices.ts'
import type { FilterName, Filters } from '../../store/filter-names.ts'
import { useWords } from '../app/app-context.ts'
import { useEnrolment } from '../app/use-enrolment.ts'
import { useLive } from '../app/use-live.ts'
import { Button } from '../parts/button.tsx'
import style from './contact-filters.module.css'
import { FilterSelect } from './filter-select.tsx'
import { useFilterOptions } from './use-filter-options.ts'

const offered: Record<string, readonly FilterName[]> = {
  people: ['event', 'interest', 'sector', 'territory', 'kind'],
  organisations: ['kind', 'sector', 'territory', 'college', 'event', 'interest'],
  exchanges: ['kind', 'event', 'interest', 'month', 'sector', 'territory'],
}

type Props = { table: string; filters: Filters; onChange: (filters: Filters) => void }
/** What a list may be narrowed to; a filter that came with the address is shown too, so that nothing is hidden unsaid. */
export const ContactFilters = ({ table, filters, onChange }: Props) => {
  const words = useWords(filterWords)
  const { filters: heading } = useWords(contactWords)
  const app = useWords(appWords)
  const id = useId()
  const choices = useLive(filterChoices, [])
  const optionsOf = useFilterOptions(table, choices)
  const inUse = Object.keys(filters) as FilterName[]
  // Only where there are colleagues is anything new, or double.
  const marks: FilterName[] = useEnrolment() && offered[table] ? ['mark'] : []
  const names = [...new Set([...(offered[table] ?? []), ...marks, ...inUse])]
  const choose = (name: FilterName, value: string) => {
    const { [name]: _, ...others } = filters
    onChange(value ? { ...others, [name]: value } : others)
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend would be read before each of its fields
    <div role="group" aria-label={heading} class={style.filters}>
      {names.map((name) => (
        <FilterSelect
          key={name}
          id={`${id}-${name}`}
          label={words.by[name]}
          all={words.all}
          value={filters[name] ?? ''}
          options={optionsOf(name, filters[name])}
          unknown={choices ? app.untitled : app.loading}
          choose={(value) => choose(name, value)}
        />
      ))}
      {inUse.length > 0 && (
        <div class={style.clear}>
          <Button look="plain" onClick={() => onChange({})}>
            {words.clearFilters}
          </Button>
        </div>
      )}
    </div>
  )
}

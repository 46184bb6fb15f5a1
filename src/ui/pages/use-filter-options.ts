import { notNoted } from '../../domain/indicators/indicator.ts'
import { instantsAround } from '../../domain/indicators/months.ts'
import { filters as filterWords } from '../../i18n/fr/filters.ts'
import { pilotage as pilotageWords } from '../../i18n/fr/pilotage.ts'
import { monthName } from '../../i18n/long-dates.ts'
import type { FilterChoices } from '../../store/filter-choices.ts'
import type { FilterName } from '../../store/filter-names.ts'
import { anyNoted } from '../../store/filters.ts'
import { useApp, useWords } from '../app/app-context.ts'

export type FilterOption = { readonly key: string; readonly word: string }

/** What each filter of a table offers, in words. What it is set to is always among it, when it has a word. */
export const useFilterOptions = (table: string, choices: FilterChoices | undefined) => {
  const { space, speech } = useApp()
  const words = useWords(pilotageWords)
  const { marks } = useWords(filterWords)
  const month = (key: string) => {
    if (!instantsAround(key)) return key
    if (!key.includes('/')) return monthName(speech.language, key)
    const year = Number(key.slice(0, 4))
    return words.schoolYear(`${year}–${year + 1}`)
  }
  const listOf = (of: string, field: string): FilterOption[] => {
    const type = space.catalog[of]
    const keys = Object.keys(type?.fields[field]?.options ?? {})
    return type ? keys.map((key) => ({ key, word: speech.option(type, field, key) })) : []
  }
  const asTyped = (values: readonly string[] = []): FilterOption[] => values.map((key) => ({ key, word: key }))
  const options: Record<FilterName, () => FilterOption[]> = {
    event: () => (choices?.events ?? []).map(({ id, name }) => ({ key: id, word: name })),
    sector: () => [...listOf('organisations', 'sectors'), ...asTyped(choices?.localSectors)],
    territory: () => asTyped(choices?.territories),
    kind: () => listOf(table === 'exchanges' ? 'exchanges' : 'organisations', 'kind'),
    interest: () => listOf('exchanges', 'interests'),
    month: () => asTyped(choices?.months).map(({ key }) => ({ key, word: month(key) })),
    mark: () => (['new', 'double'] as const).map((key) => ({ key, word: marks[key] })),
    college: () => listOf('organisations', 'college'),
  }
  return (name: FilterName, value: string | undefined): FilterOption[] => {
    const known = options[name]()
    if (value === notNoted) return [...known, { key: value, word: words.notNoted }]
    if (value === anyNoted) return [...known, { key: value, word: words.anyNoted }]
    if (name === 'month' && value && !known.some(({ key }) => key === value))
      return [{ key: value, word: month(value) }, ...known]
    return known
  }
}

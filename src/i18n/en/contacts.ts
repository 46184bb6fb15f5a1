import type { contacts as french } from '../fr/contacts.ts'
import type { Translated } from '../section.ts'

export const contacts: Translated<typeof french> = {
  search: 'Search',
  clear: 'Clear the search',
  fullForm: 'Full record',
  filters: 'Filter',
  loading: 'Searching…',
  none: (query) => `Nothing found for “${query}”.`,
  noneFiltered: 'No record with these filters.',
  foundIn: (figure, plural) => `${figure} in ${plural}`,
  empty: (plural) => `${plural}: nothing yet.`,
  emptyAct: 'Tap + to begin.',
  count: (figure, count) => (count === 1 ? `${figure} record` : `${figure} records`),
}

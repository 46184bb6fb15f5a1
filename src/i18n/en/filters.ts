import type { filters as french } from '../fr/filters.ts'
import type { Translated } from '../section.ts'

export const filters: Translated<typeof french> = {
  clearFilters: 'Show all',
  by: {
    event: 'Event',
    sector: 'Sector',
    territory: 'Territory',
    kind: 'Kind',
    interest: 'Interest',
    month: 'Month',
    college: 'Stakeholder group',
    mark: 'To look at',
  },
  all: 'All',
  marks: { new: 'New since yesterday', double: 'Two versions' },
}

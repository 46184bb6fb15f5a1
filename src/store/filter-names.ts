export const filterNames = ['event', 'sector', 'territory', 'kind', 'interest', 'month', 'college', 'mark'] as const
export type FilterName = (typeof filterNames)[number]
/** What a list is narrowed to, as it stands in the address. */
export type Filters = Partial<Record<FilterName, string>>

export const filtersFrom = (query: Record<string, string>): Filters =>
  Object.fromEntries(filterNames.filter((name) => query[name]).map((name) => [name, query[name]]))

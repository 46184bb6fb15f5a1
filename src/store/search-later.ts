import type { SearchIndex } from './search-index.ts'
import type { Space } from './space.ts'

/** Leaves the first list to itself, in ms; a search before then fetches it at once. */
const afterFirstList = 400

/** The search index, its code fetched once the first list has been drawn; until then it holds nothing and is not ready. */
export const searchLater = (space: Space): SearchIndex => {
  const listeners = new Set<() => void>()
  let loaded: SearchIndex | undefined
  let loading: Promise<SearchIndex> | undefined
  let hurry = () => {}
  const load = async () => {
    await new Promise<void>((done) => {
      hurry = done
      setTimeout(done, afterFirstList)
    })
    const { openSearchIndex } = await import('./search-index.ts')
    loaded = openSearchIndex(space)
    loaded.subscribe(() => {
      for (const listener of listeners) listener()
    })
    return loaded
  }
  return {
    async refresh() {
      loading ??= load()
      loading.catch(() => {
        loading = undefined
      })
      await (await loading).refresh()
    },
    keepSnapshot: async () => loaded?.keepSnapshot(),
    isReady: () => loaded?.isReady() ?? false,
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    all: (table) => loaded?.all(table) ?? [],
    search(table, query, most, fits) {
      hurry()
      return loaded?.search(table, query, most, fits) ?? { rows: [], total: 0 }
    },
  }
}

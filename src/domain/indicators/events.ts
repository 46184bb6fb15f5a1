import type { Exchange } from '../records/exchange.ts'
import type { Counted, Indicator } from './indicator.ts'

type Rows = {
  readonly exchanges: readonly Pick<Exchange, 'event' | 'people'>[]
  /** The people who are in the notebook. */
  readonly people: ReadonlySet<string>
}

export const peopleMetByEvent: Indicator<Rows, Counted> = {
  name: 'Personnes rencontrées par événement',
  source: 'les échanges de la période notés à un événement',
  formula:
    'Nombre de personnes différentes nommées dans ces échanges. Une personne vue à deux événements compte une fois pour chacun et une seule fois au total.',
  measure: ({ exchanges, people }) => {
    const met = new Map<string, Set<string>>()
    for (const { event, people: named = [] } of exchanges) {
      const present = named.filter((id) => people.has(id))
      if (!event || present.length === 0) continue
      const ids = met.get(event) ?? new Set()
      for (const id of present) ids.add(id)
      met.set(event, ids)
    }
    const parts = [...met].map(([key, ids]) => ({ key, count: ids.size })).sort((a, b) => b.count - a.count)
    return { total: new Set([...met.values()].flatMap((ids) => [...ids])).size, parts }
  },
}

import type { Exchange } from '../records/exchange.ts'
import { type Count, type Counted, type Indicator, tally } from './indicator.ts'
import { eachMonth, monthOf } from './months.ts'

type Rows = readonly Pick<Exchange, 'kind' | 'at'>[]
export type MonthOfExchanges = Count & { readonly kinds: readonly Count[] }

export const exchangesByKindAndMonth: Indicator<Rows, Counted & { readonly months: readonly MonthOfExchanges[] }> = {
  name: 'Échanges par type et par mois',
  source: 'les échanges de la période',
  formula: 'Nombre d’échanges non supprimés, selon leur type et le mois de leur date, à l’heure de ce téléphone.',
  measure: (rows) => {
    const kinds = new Map<string, string[]>()
    for (const { kind, at } of rows) {
      const those = kinds.get(monthOf(at))
      if (those) those.push(kind)
      else kinds.set(monthOf(at), [kind])
    }
    const noted = [...kinds.keys()].sort()
    const months = noted.length > 0 ? eachMonth(`${noted[0]}/${noted.at(-1)}`) : []
    return {
      total: rows.length,
      parts: tally(rows.map((row) => row.kind)),
      months: months.map((key) => {
        const those = kinds.get(key) ?? []
        return { key, count: those.length, kinds: tally(those) }
      }),
    }
  },
}

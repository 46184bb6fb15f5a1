import type { exchangesByKindAndMonth } from '../../domain/indicators/exchanges.ts'
import { eachMonth, type Months } from '../../domain/indicators/months.ts'
import { pilotage as pilotageWords } from '../../i18n/fr/pilotage.ts'
import { monthName } from '../../i18n/long-dates.ts'
import { useApp, useWords } from '../app/app-context.ts'
import { listPath } from '../paths.ts'
import { CountTable } from './count-table.tsx'
import style from './figure.module.css'
import { Figure } from './figure.tsx'
import { MonthBars } from './month-bars.tsx'

type Props = { counted: ReturnType<typeof exchangesByKindAndMonth.measure>; months: Months | undefined }
/** By kind first; month by month one tap further, for the whole of it is long. */
export const ExchangesFigure = ({ counted, months }: Props) => {
  const { space, speech } = useApp()
  const words = useWords(pilotageWords)
  const type = space.catalog.exchanges
  const path = (month: Months | undefined, kind?: string) =>
    listPath(space.catalog, 'exchanges', { ...(kind && { kind }), ...(month && { month }) })
  const kindName = (key: string) => (type ? speech.option(type, 'kind', key) : key)
  const lines = counted.parts.map(({ key, count }) => ({ key, count, word: kindName(key), href: path(months, key) }))
  const byMonth = counted.months
    .filter((month) => month.count > 0)
    .toReversed()
    .flatMap(({ key, count, kinds }) => [
      { key, count, word: monthName(speech.language, key), href: path(key), heads: true },
      ...kinds.map((kind) => ({
        key: `${key} ${kind.key}`,
        count: kind.count,
        word: kindName(kind.key),
        href: path(key, kind.key),
      })),
    ])
  // a chosen year is drawn whole, so that two years are compared by eye
  const noted = new Map(counted.months.map((month) => [month.key, month.count]))
  const overPeriod = months ? eachMonth(months).map((key) => ({ key, count: noted.get(key) ?? 0 })) : counted.months
  const what = type ? speech.field(type, 'kind') : ''
  return (
    <Figure
      indicator={words.indicators.exchangesByKindAndMonth}
      total={counted.total}
      unit={words.exchanges(counted.total)}
      none={words.noExchange}
      href={path(months)}
    >
      <CountTable caption={words.indicators.exchangesByKindAndMonth.name} what={what} lines={lines} />
      <MonthBars months={overPeriod} />
      <details class={style.details}>
        <summary>{words.monthByMonth}</summary>
        <CountTable caption={words.monthByMonth} what={what} lines={byMonth} bars={false} />
      </details>
    </Figure>
  )
}

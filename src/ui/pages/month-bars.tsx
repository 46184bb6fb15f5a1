import type { Count } from '../../domain/indicators/indicator.ts'
import { monthName } from '../../i18n/long-dates.ts'
import { useApp } from '../app/app-context.ts'
import style from './month-bars.module.css'

const height = 40
/** The course of the months at a glance, months with nothing too; its numbers stand in the table beneath. */
export const MonthBars = ({ months }: { months: readonly Count[] }) => {
  const { speech } = useApp()
  const [first, last] = [months[0], months.at(-1)]
  if (!first || !last || months.length < 2) return null
  const most = Math.max(...months.map((month) => month.count))
  return (
    <div class={style.chart} aria-hidden="true">
      <svg class={style.bars} viewBox={`0 0 ${months.length} ${height}`} preserveAspectRatio="none" aria-hidden="true">
        {months.map(({ key, count }, at) => {
          const tall = (count / most) * height
          return <rect key={key} x={at + 0.1} y={height - tall} width="0.8" height={tall} />
        })}
      </svg>
      <p class={style.ends}>
        <span>{monthName(speech.language, first.key)}</span>
        <span>{monthName(speech.language, last.key)}</span>
      </p>
    </div>
  )
}

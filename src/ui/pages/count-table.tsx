import { figure } from '../../i18n/figures.ts'
import { pilotage as pilotageWords } from '../../i18n/fr/pilotage.ts'
import { useApp, useWords } from '../app/app-context.ts'
import style from './count-table.module.css'

export type CountLine = {
  readonly key: string
  readonly word: string
  readonly count: number
  /** The list of what is counted. */
  readonly href: string
  /** The lines after it are its parts. */
  readonly heads?: boolean
}
type Props = { caption: string; what: string; lines: readonly CountLine[]; bars?: boolean }
/** What a figure is made of: words, a bar to compare them by eye, numbers. Every line opens its list. */
export const CountTable = ({ caption, what, lines, bars = true }: Props) => {
  const { speech } = useApp()
  const words = useWords(pilotageWords)
  const most = Math.max(1, ...lines.map((line) => line.count))
  return (
    <table class={style.table}>
      <caption class="visually-hidden">{caption}</caption>
      <thead class="visually-hidden">
        <tr>
          <th scope="col">{what}</th>
          <th scope="col">{words.count}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ key, word, count, href, heads }) => (
          <tr key={key} class={heads ? style.head : undefined}>
            <th scope="row" class={style.cell}>
              <a class={style.link} href={href}>
                <bdi>{word}</bdi>
                {bars && (
                  <svg class={style.bar} viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
                    <rect width={Math.max(0.5, (count / most) * 100)} height="1" />
                  </svg>
                )}
              </a>
            </th>
            <td class={style.count}>{figure(speech.language, count)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

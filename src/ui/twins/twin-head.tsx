import { twins as twinWords } from '../../i18n/fr/twins.ts'
import { useWords } from '../app/app-context.ts'
import { CheckCircle } from '../parts/check-circle.tsx'
import type { Side } from './twin-pair.tsx'
import style from './twins.module.css'
import { useNotedBy } from './use-noted-by.ts'

/** How many of whom or what it is tied to are named. */
const few = 3

type Props = { side: Side; title: string; stays: boolean; choose: () => void }
/** One of the two, as what may be chosen to stay: its title, who noted it, whom it is tied to, how much leads to it. */
export const TwinHead = ({ side: { row, exchanges, tied }, title, stays, choose }: Props) => {
  const words = useWords(twinWords)
  const notedBy = useNotedBy()
  return (
    <button type="button" class={style.head} aria-pressed={stays} onClick={choose}>
      <CheckCircle isOn={stays} />
      <span class={style.told}>
        <bdi class={style.title}>{title}</bdi>
        <span>{notedBy(row)}</span>
        {tied.length > 0 && <span>{words.tied(tied.slice(0, few).join(', '), Math.max(0, tied.length - few))}</span>}
        {exchanges > 0 && <span>{words.exchanges(exchanges)}</span>}
      </span>
    </button>
  )
}

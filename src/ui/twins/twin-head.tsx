import { dayOf, shortDate } from '../../i18n/dates.ts'
import { twins as twinWords } from '../../i18n/fr/twins.ts'
import { useApp, useWords } from '../app/app-context.ts'
import { useMemberName } from '../app/use-team.ts'
import { CheckCircle } from '../parts/check-circle.tsx'
import type { Side } from './twin-pair.tsx'
import style from './twins.module.css'

type Props = { side: Side; title: string; stays: boolean; choose: () => void }
/** One of the two, as what may be chosen to stay: its title, who noted it, how much leads to it. */
export const TwinHead = ({ side: { row, exchanges }, title, stays, choose }: Props) => {
  const { space, speech } = useApp()
  const words = useWords(twinWords)
  const nameOf = useMemberName()
  const day = shortDate(speech.language, dayOf(row.createdAt))
  const by = row.createdBy === space.me ? words.notedByYou(day) : words.notedBy(nameOf(row.createdBy), day)
  return (
    <button type="button" class={style.head} aria-pressed={stays} onClick={choose}>
      <CheckCircle isOn={stays} />
      <span class={style.told}>
        <bdi class={style.title}>{title}</bdi>
        <span>{by}</span>
        {exchanges > 0 && <span>{words.exchanges(exchanges)}</span>}
      </span>
    </button>
  )
}

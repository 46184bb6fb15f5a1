import { sync } from '../../i18n/fr/sync.ts'
import { isWaiting } from '../../store/outbox.ts'
import { enrolmentOf } from '../../store/sync-state.ts'
import { useWords } from '../app/app-context.ts'
import { useLive } from '../app/use-live.ts'
import style from '../record/record-page.module.css'

/** That something of this record is on this phone alone, as long as it is. */
export const NotSentYet = ({ id }: { id: string }) => {
  const words = useWords(sync)
  const isHereAlone = useLive(async (space) => (await enrolmentOf(space)) && isWaiting(space, id), [id])
  return isHereAlone ? <p class={style.summary}>{words.notSentYet}</p> : null
}

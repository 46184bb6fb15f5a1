import { figure } from '../../i18n/figures.ts'
import { sync } from '../../i18n/fr/sync.ts'
import type { Speech } from '../../i18n/language.ts'
import { mayCarryFiles } from '../../store/network-kind.ts'
import { standingOf } from '../../store/standing.ts'
import type { Trouble } from '../../store/sync-state.ts'
import { useApp, useWords } from '../app/app-context.ts'
import { useLive } from '../app/use-live.ts'
import { ExportUnsent } from './export-unsent.tsx'
import { momentInWords, waitInWords } from './moment.ts'
import style from './state-line.module.css'
import { type Told, toldOf } from './told.ts'
import { useNow } from './use-now.ts'
import { useWelcome } from './welcome.ts'

const mainInWords = (speech: Speech, { main, trouble }: Told, now: number): string => {
  const words = speech.words(sync)
  if (main.say === 'receiving') return words.receiving(figure(speech.language, main.left))
  if (main.say === 'sent') return (main.but ? words.sentBut : words.sent)(momentInWords(speech, main.at, now))
  if (main.say === 'files') return filesInWords(speech, main)
  if (main.say === 'last') return words.last(momentInWords(speech, main.at, now))
  if (main.say === 'never') return trouble ? words.neverYet : words.never
  const since = waitInWords(speech, main.minutes)
  return since === undefined ? words.waiting(main.saves, main.more) : words.waitingSince(main.saves, main.more, since)
}

const filesInWords = (speech: Speech, { count, minutes }: { count: number; minutes: number }): string => {
  const words = speech.words(sync)
  const since = waitInWords(speech, minutes)
  return since === undefined ? words.files(count) : words.filesSince(count, since)
}

const troubleInWords = (speech: Speech, trouble: Trouble, isWaiting: boolean): string => {
  const words = speech.words(sync)
  const nothing: Partial<Record<Trouble, string>> = words.troubleNothing
  return (isWaiting ? undefined : nothing[trouble]) ?? words.trouble[trouble]
}

/** How much is on this phone alone and since when, why, and what there is to do about it. */
export const StateLine = () => {
  const { speech } = useApp()
  const words = useWords(sync)
  const standing = useLive(standingOf, [])
  const mayCarry = useLive(mayCarryFiles, [])
  const now = useNow()
  const told = standing && toldOf(standing, now)
  useWelcome()
  return (
    <div class={told?.isOld ? `${style.told} ${style.old}` : style.told}>
      <div class={style.said} role="status">
        {told && <p class={style.main}>{mainInWords(speech, told, now)}</p>}
        {told && told.files > 0 && <p>{words.files(told.files)}</p>}
        {mayCarry === false && standing && standing.files.waiting > 0 && <p>{words.awaitsWifi}</p>}
        {told?.trouble && <p>{troubleInWords(speech, told.trouble, told.main.say === 'waiting' || told.files > 0)}</p>}
        {told?.isOld && <p>{words.old}</p>}
        {told && told.off > 0 && <p>{words.off(told.off)}</p>}
      </div>
      {told && <Acts told={told} />}
    </div>
  )
}

const Acts = ({ told: { refused, off, held, trouble, isOld } }: { told: Told }) => {
  const { acts } = useApp()
  const words = useWords(sync)
  const canRetry = trouble && trouble !== 'signed-out' && trouble !== 'outdated'
  if (!canRetry && trouble !== 'signed-out' && !isOld && refused + off + held === 0) return null
  return (
    <div class={style.acts}>
      {held > 0 && <a href="/a-revoir">{words.deletions.toSettle(held)}</a>}
      {refused + off > 0 && <a href="/a-revoir">{refused > 0 ? words.toReview(refused) : words.seeOff}</a>}
      {trouble === 'signed-out' && <a href="/entrer">{words.enter}</a>}
      {canRetry && (
        <button type="button" onClick={acts.syncNow}>
          {words.retry}
        </button>
      )}
      {isOld && <ExportUnsent look="plain" />}
    </div>
  )
}

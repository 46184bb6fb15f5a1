import { useEffect } from 'preact/hooks'
import { app as appWords } from '../../i18n/fr/app.ts'
import { Icon } from '../parts/icon.tsx'
import { type Notice, useWords } from './app-context.ts'
import style from './notice-line.module.css'

const shownFor = 10_000

type Props = { notice: Notice | undefined; dismiss: () => void }
/** What just happened and the way back, for ten seconds; what was not done stays until it is read. */
export const NoticeLine = ({ notice, dismiss }: Props) => {
  const words = useWords(appWords)
  useEffect(() => {
    if (!notice || notice.urgent) return
    const timer = setTimeout(dismiss, shownFor)
    return () => clearTimeout(timer)
  }, [notice, dismiss])
  const act = () => {
    dismiss()
    notice?.act?.run()
  }
  return (
    <div class={style.place} aria-live={notice?.urgent ? 'assertive' : 'polite'}>
      {notice && (
        <div class={notice.urgent ? `${style.line} ${style.urgent}` : style.line}>
          <span class={style.text}>{notice.text}</span>
          {notice.act && (
            <button type="button" class={style.act} onClick={act}>
              {notice.act.word}
            </button>
          )}
          {notice.urgent && (
            <button type="button" class={style.act} aria-label={words.close} onClick={dismiss}>
              <Icon name="close" />
            </button>
          )}
        </div>
      )}
    </div>
  )
}

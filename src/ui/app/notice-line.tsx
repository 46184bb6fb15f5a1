import { useContext, useEffect } from 'preact/hooks'
import { app as appWords } from '../../i18n/fr/app.ts'
import { Icon } from '../parts/icon.tsx'
import { TellingContext, useWords } from './app-context.ts'
import style from './notice-line.module.css'

const shownFor = 10_000

/**
 * What just happened and the way back, for ten seconds; what was not done stays until it is read.
 * `sheet`: the line as it stands in that sheet, of what happened there: nothing outside of an open sheet can be touched.
 */
export const NoticeLine = ({ sheet }: { sheet?: string }) => {
  const telling = useContext(TellingContext)
  const here = telling?.host === sheet && (!sheet || telling?.within === sheet)
  const notice = here ? telling?.notice : undefined
  const dismiss = telling?.dismiss
  const words = useWords(appWords)
  useEffect(() => {
    if (!notice || notice.urgent || !dismiss) return
    const timer = setTimeout(dismiss, shownFor)
    return () => clearTimeout(timer)
  }, [notice, dismiss])
  const act = () => {
    dismiss?.()
    notice?.act?.run()
  }
  return (
    <div class={sheet ? style.inSheet : style.place} aria-live={notice?.urgent ? 'assertive' : 'polite'}>
      {notice && (
        <div class={notice.urgent ? `${style.line} ${style.urgent}` : style.line}>
          <span class={style.text}>
            {notice.of && <bdi class={style.of}>{notice.of}</bdi>}
            <span>{notice.text}</span>
          </span>
          {notice.act && (
            <button
              type="button"
              class={style.act}
              aria-label={notice.of && `${notice.act.word} ${notice.of}`}
              onClick={act}
            >
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

import { app as appWords } from '../../i18n/fr/app.ts'
import { useApp, useWords } from './app-context.ts'
import { later } from './later.tsx'
import style from './top-lines.module.css'

const Updates = later(() => import('../update/updates.tsx').then((part) => part.Updates))

/** The rare lines above a page: that one looks at examples, that a new version waits. */
export const TopLines = () => {
  const { space, leaveExamples } = useApp()
  const words = useWords(appWords)
  return (
    <>
      {space.kind === 'examples' && (
        <div class={style.line}>
          <span>{words.examples}</span>
          <button type="button" class={style.act} aria-label={words.leaveExamples} onClick={leaveExamples}>
            {words.leave}
          </button>
        </div>
      )}
      <Updates words={{ ready: words.updateReady, apply: words.update, blocked: words.updateBlocked }} />
    </>
  )
}

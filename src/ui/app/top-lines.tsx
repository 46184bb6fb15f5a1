import { useEffect, useState } from 'preact/hooks'
import { app as appWords } from '../../i18n/fr/app.ts'
import { UpdateLine } from '../update/update-line.tsx'
import type { Updates } from '../update/watch-updates.ts'
import { useApp, useWords } from './app-context.ts'
import style from './top-lines.module.css'

/** Looked for once the page has been drawn. */
const useUpdates = () => {
  const [updates, setUpdates] = useState<Updates>()
  useEffect(() => {
    const timer = setTimeout(async () => {
      const { watchUpdates } = await import('../update/watch-updates.ts')
      setUpdates(watchUpdates())
    }, 300)
    return () => clearTimeout(timer)
  }, [])
  return updates
}

/** The rare lines above a page: that one looks at examples, that a new version waits. */
export const TopLines = () => {
  const { space, leaveExamples } = useApp()
  const words = useWords(appWords)
  const updates = useUpdates()
  return (
    <>
      {space.kind === 'examples' && (
        <div class={style.line}>
          <span>{words.examples}</span>
          <button type="button" class={style.act} onClick={leaveExamples}>
            {words.leaveExamples}
          </button>
        </div>
      )}
      {updates && (
        <UpdateLine
          updates={updates}
          words={{ ready: words.updateReady, apply: words.update, blocked: words.updateBlocked }}
        />
      )}
    </>
  )
}

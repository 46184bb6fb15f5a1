import { app as appWords } from '../../i18n/fr/app.ts'
import { home as homeWords } from '../../i18n/fr/home.ts'
import { type Draft, draftsOf, dropDraft, keepDraft } from '../../store/drafts.ts'
import { useApp, useWords } from '../app/app-context.ts'
import { useLocation } from '../app/location.tsx'
import { useLive } from '../app/use-live.ts'
import { Button } from '../parts/button.tsx'
import line from '../parts/line.module.css'
import { Group } from '../parts/page.tsx'
import { resumePath } from '../resume-path.ts'
import style from './drafts.module.css'

/** What was begun and not saved, wherever it was typed: several may wait. */
export const Drafts = () => {
  const { space, tell, openCapture } = useApp()
  const words = useWords(homeWords)
  const app = useWords(appWords)
  const { route } = useLocation()
  const drafts = useLive(() => draftsOf(space), [])
  if (!drafts?.length) return null
  const resume = (draft: Draft) => {
    const path = resumePath(space.catalog, draft)
    if (path === undefined) openCapture({ draft: draft.id })
    else route(path)
  }
  const discard = async (draft: Draft) => {
    await dropDraft(space, draft.id)
    tell({ text: words.draftDiscarded, act: { word: app.undo, run: () => void keepDraft(space, draft) } })
  }
  return (
    <Group heading={`${words.drafts} (${drafts.length})`}>
      <ul>
        {drafts.map((draft) => (
          <li key={draft.id} class={line.line}>
            <div class={style.title}>
              <bdi class={line.title}>{draft.title || app.untitled}</bdi>
            </div>
            <div class={style.acts}>
              <Button look="plain" onClick={() => void discard(draft)}>
                {words.discard}
              </Button>
              <Button onClick={() => resume(draft)}>{words.resume}</Button>
            </div>
          </li>
        ))}
      </ul>
    </Group>
  )
}

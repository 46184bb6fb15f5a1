import type { AnyRow } from '../../domain/record.ts'
import { app as appWords } from '../../i18n/fr/app.ts'
import { twins as twinWords } from '../../i18n/fr/twins.ts'
import { likeIt, twinsOf } from '../../store/twins.ts'
import { useApp, useWords } from '../app/app-context.ts'
import { useIndexReady } from '../app/use-index.ts'
import { useLive } from '../app/use-live.ts'
import line from '../parts/line.module.css'
import text from '../parts/text.module.css'
import style from './twins.module.css'
import { useNotedBy } from './use-noted-by.ts'

const few = 2

/** On a record's page: that another one is probably the same, and the way to compare them. */
export const TwinLine = ({ table, row }: { table: string; row: AnyRow }) => {
  const { space, index } = useApp()
  const words = useWords(twinWords)
  const { untitled } = useWords(appWords)
  const notedBy = useNotedBy()
  useIndexReady()
  const like = likeIt(index, table, row)
  const found = useLive(() => twinsOf(space, table, row, like), [table, row.id, row.rev, like])
  if (!found?.length) return null
  return (
    <div class={style.perhaps}>
      <p class={text.soft}>{words.perhaps}</p>
      {found.slice(0, few).map((twin) => {
        const title = String(twin.name ?? '') || untitled
        return (
          <div key={twin.id} class={line.line}>
            <span class={line.text}>
              <bdi class={line.title}>{title}</bdi>
              <span class={line.detail}>{notedBy(twin)}</span>
            </span>
            <a class={line.act} href={`/doublons/${table}/${row.id}/${twin.id}`} aria-label={words.compareWith(title)}>
              {words.compare}
            </a>
          </div>
        )
      })}
    </div>
  )
}

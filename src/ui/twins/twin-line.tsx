import type { AnyRow } from '../../domain/record.ts'
import { app as appWords } from '../../i18n/fr/app.ts'
import { twins as twinWords } from '../../i18n/fr/twins.ts'
import { likeIt, twinsOf } from '../../store/twins.ts'
import { useApp, useWords } from '../app/app-context.ts'
import { useIndexReady } from '../app/use-index.ts'
import { useLive } from '../app/use-live.ts'
import link from '../parts/link.module.css'
import style from './twins.module.css'

const few = 2

/** On a record's page: that another one is probably the same, and the way to compare them. */
export const TwinLine = ({ table, row }: { table: string; row: AnyRow }) => {
  const { space, index } = useApp()
  const words = useWords(twinWords)
  const { untitled } = useWords(appWords)
  useIndexReady()
  const like = likeIt(index, table, row)
  const found = useLive(() => twinsOf(space, table, row, like), [table, row.id, row.rev, like])
  if (!found?.length) return null
  return (
    <p class={style.perhaps}>
      {words.perhaps}
      {found.slice(0, few).map((twin) => (
        <a key={twin.id} class={link.link} href={`/doublons/${table}/${row.id}/${twin.id}`}>
          <bdi>{String(twin.name ?? '') || untitled}</bdi>
        </a>
      ))}
    </p>
  )
}

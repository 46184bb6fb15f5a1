import { app as appWords } from '../../i18n/fr/app.ts'
import { trash as trashWords } from '../../i18n/fr/trash.ts'
import { restoring } from '../../store/deleted-together.ts'
import { grouped } from '../../store/grouped.ts'
import { useApp, useWords } from '../app/app-context.ts'
import { useSave } from '../app/use-save.ts'
import line from '../parts/line.module.css'
import { lineOf } from '../record-line.ts'
import type { Deleted } from './deleted-rows.ts'

type Props = { deleted: Deleted; day: string }
/** What one act deleted, and the one thing that can be done with it. */
export const TrashRow = ({ deleted: { gone, summary }, day }: Props) => {
  const { space, speech } = useApp()
  const words = useWords(trashWords)
  const app = useWords(appWords)
  const save = useSave()
  const { title } = lineOf(speech, space.catalog, summary)
  const restore = () => void save(restoring(gone), { text: app.restored, of: title })
  const kinds = [...grouped(gone, ({ table }) => table)].flatMap(([table, { length }]) => {
    const type = space.catalog[table]
    return type ? [length > 1 ? `${speech.label(type)} (${length})` : speech.label(type)] : []
  })
  return (
    <li class={line.line}>
      <div class={line.text}>
        <bdi class={line.title}>{title}</bdi>
        <p class={line.detail}>{[...kinds, day].join(' · ')}</p>
      </div>
      <button type="button" class={line.act} aria-label={words.restoreThis(title)} onClick={restore}>
        {words.restore}
      </button>
    </li>
  )
}

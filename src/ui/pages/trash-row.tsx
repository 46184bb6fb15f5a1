import { app as appWords } from '../../i18n/fr/app.ts'
import { trash as trashWords } from '../../i18n/fr/trash.ts'
import { editOf } from '../../store/write.ts'
import { useApp, useWords } from '../app/app-context.ts'
import { useSave } from '../app/use-save.ts'
import line from '../parts/line.module.css'
import { lineOf } from '../record-line.ts'
import type { Deleted } from './deleted-rows.ts'

type Props = { deleted: Deleted; day: string }
/** One deleted record, and the one thing that can be done with it. */
export const TrashRow = ({ deleted: { row, summary }, day }: Props) => {
  const { space, speech } = useApp()
  const words = useWords(trashWords)
  const app = useWords(appWords)
  const save = useSave()
  const type = space.catalog[summary.table]
  const { title } = lineOf(speech, space.catalog, summary)
  const restore = () => void save([editOf(summary.table, row, { deletedAt: null })], { text: app.restored })
  return (
    <li class={line.line}>
      <div class={line.text}>
        <bdi class={line.title}>{title}</bdi>
        <p class={line.detail}>
          {type && speech.label(type)} · {day}
        </p>
      </div>
      <button type="button" class={line.act} aria-label={words.restoreThis(title)} onClick={restore}>
        {words.restore}
      </button>
    </li>
  )
}

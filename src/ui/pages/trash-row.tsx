import { app as appWords } from '../../i18n/fr/app.ts'
import { trash as trashWords } from '../../i18n/fr/trash.ts'
import { editOf } from '../../store/write.ts'
import { useApp, useWords } from '../app/app-context.ts'
import { useSave } from '../app/use-save.ts'
import { lineOf } from '../record-line.ts'
import type { Deleted } from './deleted-rows.ts'
import style from './trash.module.css'

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
    <li class={style.row}>
      <div class={style.text}>
        <bdi class={style.title}>{title}</bdi>
        <p class={style.detail}>
          {type && speech.label(type)} · {day}
        </p>
      </div>
      <button type="button" class={style.restore} aria-label={words.restoreThis(title)} onClick={restore}>
        {words.restore}
      </button>
    </li>
  )
}

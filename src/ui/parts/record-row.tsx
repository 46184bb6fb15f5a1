import { app as appWords } from '../../i18n/fr/app.ts'
import { isNew } from '../../store/is-new.ts'
import type { Summary } from '../../store/summaries.ts'
import { useApp } from '../app/app-context.ts'
import { rowPath } from '../paths.ts'
import { lineOf } from '../record-line.ts'
import { Item, Row } from './row.tsx'

type Props = { summary: Summary; current?: boolean }
/** Any record as a line that leads to its page; one word where two versions wait or a colleague added it. */
export const RecordRow = ({ summary, current = false }: Props) => {
  const { speech, space } = useApp()
  const words = speech.words(appWords)
  const { title, detail, aside, icon } = lineOf(speech, space.catalog, summary)
  const href = rowPath(space.catalog, summary.table, summary.id)
  const word = summary.isDouble ? words.twoVersions : isNew(summary, space.now()) && words.isNew
  const right = word ? [<b key="word">{word}</b>, aside] : aside || undefined
  // Called, not mounted: at each letter of a search all lines of a list are compared with those before.
  return Item({ children: Row({ title, detail, aside: right, icon, href, current }) })
}

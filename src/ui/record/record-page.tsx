import { useEffect, useState } from 'preact/hooks'
import type { AnyRow } from '../../domain/record.ts'
import { dayOf, shortDate } from '../../i18n/dates.ts'
import { app as appWords } from '../../i18n/fr/app.ts'
import { record as recordWords } from '../../i18n/fr/record.ts'
import { deletedWith, type Gone, restoring } from '../../store/deleted-together.ts'
import { lastContactOf } from '../../store/last-contact.ts'
import { loadMerges } from '../../store/merged-rows.ts'
import { rowOf } from '../../store/read.ts'
import { summariesOf } from '../../store/summaries.ts'
import { isOutOfTrash } from '../../store/trash.ts'
import { useApp, useWords } from '../app/app-context.ts'
import { useLive } from '../app/use-live.ts'
import { useSave } from '../app/use-save.ts'
import { Button, LinkButton } from '../parts/button.tsx'
import { Page } from '../parts/page.tsx'
import { lineOf } from '../record-line.ts'
import { NotSentYet } from '../sync/not-sent-yet.tsx'
import { homeOfRow } from './home-of-type.ts'
import style from './record-page.module.css'
import { RecordView } from './record-view.tsx'

/** One record of any type: what is known of it, what to do with it, what belongs to it. */
export const RecordPage = ({ table, id }: { table: string; id: string }) => {
  const { space, speech } = useApp()
  const app = useWords(appWords)
  const words = useWords(recordWords)
  const type = space.catalog[table]
  const found = useLive(async () => {
    const row = await rowOf(space, table, id)
    const [summary] = row ? await summariesOf(space, table, [row]) : []
    const lastContact = table === 'people' ? await lastContactOf(space, id) : undefined
    return { row, summary, lastContact }
  }, [table, id])
  const [isComplete, setComplete] = useState(false)
  const isFollowed = useFollowed(found?.row)
  if (!type || !found || !isFollowed) return null
  const { summary, lastContact } = found
  const row = found.row && isOutOfTrash(space, found.row) ? undefined : found.row
  const home = homeOfRow(space.catalog, type, found.row)
  const line = summary && lineOf(speech, space.catalog, summary)
  const title = line?.title ?? app.untitled
  return (
    <Page title={row ? title : speech.label(type)} back={home}>
      {row && line && <p class={`short ${style.summary}`}>{[line.detail, line.aside].filter(Boolean).join(' · ')}</p>}
      {row && !row.deletedAt && lastContact && (
        <p class={style.summary}>{words.lastContact(shortDate(speech.language, dayOf(lastContact)))}</p>
      )}
      {row && <NotSentYet id={id} />}
      {!row ? (
        <Absent home={home} />
      ) : row.deletedAt ? (
        <InTrash gone={{ table, row: row as Gone['row'] }} />
      ) : (
        <RecordView type={type} row={row} home={home} isCompleting={isComplete} setCompleting={setComplete} />
      )}
    </Page>
  )
}

/** Whether it is known what stands for this row: an address may be opened before what was merged has been read. */
const useFollowed = (row: AnyRow | undefined): boolean => {
  const { space } = useApp()
  const isMerged = row?.mergedInto !== undefined
  const [isRead, setRead] = useState(false)
  useEffect(() => {
    const end = () => setRead(true)
    if (isMerged) loadMerges(space).then(end, end)
  }, [space, isMerged])
  return !isMerged || isRead
}

const Absent = ({ home }: { home: string }) => {
  const words = useWords(recordWords)
  return (
    <div class={style.told}>
      <p>{words.notHere}</p>
      <LinkButton href={home}>{words.toList}</LinkButton>
    </div>
  )
}

const InTrash = ({ gone }: { gone: Gone }) => {
  const app = useWords(appWords)
  const words = useWords(recordWords)
  const save = useSave()
  const together = useLive((space) => deletedWith(space, gone), [gone.row.id])
  if (!together) return null
  const restore = () => void save(restoring(together), { text: app.restored })
  return (
    <div class={style.told}>
      <p>{words.inTrash}</p>
      <Button look="main" onClick={restore}>
        {words.restore}
      </Button>
    </div>
  )
}

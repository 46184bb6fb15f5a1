import { useRef, useState } from 'preact/hooks'
import { attachments } from '../../i18n/fr/attachments.ts'
import type { Belonging } from '../../store/attach.ts'
import { attachmentsOf } from '../../store/attachments-of.ts'
import { teamOf } from '../../store/team.ts'
import { useApp, useWords } from '../app/app-context.ts'
import { useLast } from '../app/use-last.ts'
import { useLive } from '../app/use-live.ts'
import { sizeInWords } from '../pages/size-in-words.ts'
import { Group } from '../parts/page.tsx'
import { Item, Row } from '../parts/row.tsx'
import { Sheet, type SheetHandle } from '../parts/sheet.tsx'
import { AddFiles } from './add-files.tsx'
import { documentIcon } from './attachment-icons.ts'
import style from './attachments.module.css'
import { FullView } from './full-view.tsx'
import { Tile } from './tile.tsx'
import { useArriving } from './use-arriving.ts'
import { whereItIs } from './where-it-is.ts'

/** The photos and documents of a record, and how to add more. */
export const Attachments = ({ by, id }: Belonging) => {
  const { space, speech } = useApp()
  const words = useWords(attachments)
  const answer = useLive(
    async (space) => {
      const [files, team] = await Promise.all([attachmentsOf(space, { by, id }), teamOf(space)])
      return { files, team }
    },
    [by, id],
  )
  const found = useLast(answer)
  const why = useArriving(found?.files ?? [])
  const sheet = useRef<SheetHandle>(null)
  const [shown, setShown] = useState<string>()
  if (!found) return null
  const { files, team } = found
  const where = (file: (typeof files)[number]) => whereItIs(file, why.get(file.row.sha), { speech, team, space })
  const open = (row: string) => () => {
    setShown(row)
    sheet.current?.open()
  }
  const photos = files.filter(({ row }) => row.kind !== 'document')
  const documents = files.filter(({ row }) => row.kind === 'document')
  const full = files.find(({ row }) => row.id === shown)
  return (
    <Group heading={words.title}>
      {photos.length > 0 && (
        <ul class={style.grid}>
          {photos.map((file) => (
            <li key={file.row.id}>
              <Tile file={file} where={where(file)} open={open(file.row.id)} />
            </li>
          ))}
        </ul>
      )}
      {documents.length > 0 && (
        <ul>
          {documents.map((file) => (
            <Item key={file.row.id}>
              <Row
                title={file.row.name}
                detail={[sizeInWords(speech.language, file.row.size), where(file)].filter(Boolean).join(' · ')}
                icon={documentIcon}
                onClick={open(file.row.id)}
              />
            </Item>
          ))}
        </ul>
      )}
      <AddFiles to={{ by, id }} />
      <Sheet ref={sheet} title={full?.row.name ?? ''} onClosed={() => setShown(undefined)}>
        {full && <FullView file={full} where={where(full)} close={() => sheet.current?.close()} />}
      </Sheet>
    </Group>
  )
}

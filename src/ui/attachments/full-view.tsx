import { clockTime, dayOf, shortDate } from '../../i18n/dates.ts'
import { attachments } from '../../i18n/fr/attachments.ts'
import type { ShownFile } from '../../store/attachments-of.ts'
import { bytesOf } from '../../store/blobs.ts'
import { editOf } from '../../store/write.ts'
import { useApp, useWords } from '../app/app-context.ts'
import { useSave } from '../app/use-save.ts'
import { useMemberName } from '../app/use-team.ts'
import { sizeInWords } from '../pages/size-in-words.ts'
import { Button, LinkButton } from '../parts/button.tsx'
import { handFile } from '../parts/hand-file.ts'
import { downloadIcon, penIcon, trashIcon } from '../parts/more-icons.ts'
import { rowPath } from '../paths.ts'
import style from './attachments.module.css'
import { fileNameOf } from './file-name.ts'
import { usePicture } from './use-picture.ts'

type Props = {
  file: ShownFile
  where: string | undefined
  /** Its own page is not offered there. */
  isPage?: boolean
  hand?: typeof handFile
  close?: () => void
}
/** One attachment, all of it, and what can be done with it. */
export const FullView = ({ file, where, isPage, hand = handFile, close }: Props) => {
  const { space, speech, tell, acts } = useApp()
  const words = useWords(attachments)
  const nameOf = useMemberName()
  const save = useSave()
  const url = usePicture(file)
  const { row, isHere, alone } = file
  const copy = async () => {
    const answer = isHere ? undefined : await acts.fetchBlob(row.sha)
    const bytes = await bytesOf(space, row.sha)
    if (!bytes)
      return tell({
        text: answer && !answer.ok && answer.why === 'not-found' ? (where ?? words.notYet) : words.noNetwork,
      })
    // Whatever it says it is, it leaves as a file to be kept, not as a page to be shown.
    if ((await hand(new File([bytes], fileNameOf(row), { type: row.mediaType }))) === 'downloaded')
      tell({ text: words.copied })
  }
  const remove = async () => {
    const deletedAt = new Date(space.now()).toISOString()
    if (await save([editOf('attachments', row, { deletedAt })], { text: words.removed })) close?.()
  }
  const long = alone === 'waiting' ? words.waitingLong : alone === 'refused' ? words.refusedLong : where
  const when = `${shortDate(speech.language, dayOf(row.createdAt))}, ${clockTime(speech.language, row.createdAt)}`
  return (
    <div class={style.full}>
      {url && <img src={url} alt={row.name} />}
      <p>{[nameOf(row.createdBy), when, sizeInWords(speech.language, row.size)].join(' · ')}</p>
      {long && <p role="status">{long}</p>}
      <Button wide icon={downloadIcon} onClick={() => void copy()}>
        {words.copy}
      </Button>
      {!isPage && (
        <div class={style.add}>
          <LinkButton look="plain" icon={penIcon} href={rowPath(space.catalog, 'attachments', row.id)}>
            {words.rename}
          </LinkButton>
          <Button look="plain" icon={trashIcon} onClick={() => void remove()}>
            {words.remove}
          </Button>
        </div>
      )}
    </div>
  )
}

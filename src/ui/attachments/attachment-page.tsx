import type { AnyRow } from '../../domain/record.ts'
import type { Attachment } from '../../domain/records/attachment.ts'
import { shownFiles } from '../../store/attachments-of.ts'
import { teamOf } from '../../store/team.ts'
import { useApp } from '../app/app-context.ts'
import { useLive } from '../app/use-live.ts'
import { FullView } from './full-view.tsx'
import { useArriving } from './use-arriving.ts'
import { whereItIs } from './where-it-is.ts'

/** What an attachment's own page shows above its fields. */
export const AttachmentPage = ({ row }: { row: AnyRow }) => {
  const { space, speech } = useApp()
  const found = useLive(
    async (space) => {
      const [[file], team] = await Promise.all([shownFiles(space, [row as unknown as Attachment]), teamOf(space)])
      return file && { file, team }
    },
    [row.id, row.rev],
  )
  const why = useArriving(found ? [found.file] : [])
  if (!found) return null
  const { file, team } = found
  return <FullView isPage file={file} where={whereItIs(file, why.get(file.row.sha), { speech, team, space })} />
}

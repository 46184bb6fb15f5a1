import { sync } from '../../i18n/fr/sync.ts'
import { waitingIn } from '../../store/outbox.ts'
import { refusedIn } from '../../store/refused.ts'
import type { Space } from '../../store/space.ts'
import { useApp, useWords } from '../app/app-context.ts'
import { useLive } from '../app/use-live.ts'
import { Button } from '../parts/button.tsx'
import { handFile } from '../parts/hand-file.ts'
import { fileOfUnsent } from './unsent-file.ts'

const unsentIn = async (space: Space) => {
  const [{ listed, off }, waiting] = await Promise.all([refusedIn(space), waitingIn(space)])
  return listed.length + off.length + waiting.changes
}

type Props = { hand?: typeof handFile; look?: 'plain' }
/** Hands over all that is on this phone alone, as a text, when something is: it needs neither network nor server. */
export const ExportUnsent = ({ hand = handFile, look }: Props) => {
  const { space, speech, tell } = useApp()
  const words = useWords(sync)
  const unsent = useLive(unsentIn, [])
  const give = async () => {
    const file = await fileOfUnsent(space, speech)
    if (!file) return tell({ text: words.nothingToExport })
    if ((await hand(file)) === 'downloaded') tell({ text: words.exported })
  }
  if (!unsent) return null
  return (
    <Button {...(look && { look })} onClick={() => void give()}>
      {words.export}
    </Button>
  )
}

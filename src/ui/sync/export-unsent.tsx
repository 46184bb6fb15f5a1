import { sync } from '../../i18n/fr/sync.ts'
import { useApp, useWords } from '../app/app-context.ts'
import { Button } from '../parts/button.tsx'
import { handFile } from '../parts/hand-file.ts'
import { fileOfUnsent } from './unsent-file.ts'

type Props = { hand?: typeof handFile; look?: 'plain' }
/** Hands over all that is on this phone alone, as a text: it needs neither network nor server. */
export const ExportUnsent = ({ hand = handFile, look }: Props) => {
  const { space, speech, tell } = useApp()
  const words = useWords(sync)
  const give = async () => {
    const file = await fileOfUnsent(space, speech)
    if (!file) return tell({ text: words.nothingToExport })
    if ((await hand(file)) === 'downloaded') tell({ text: words.exported })
  }
  return (
    <Button {...(look && { look })} onClick={() => void give()}>
      {words.export}
    </Button>
  )
}

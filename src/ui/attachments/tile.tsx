import { attachments } from '../../i18n/fr/attachments.ts'
import type { ShownFile } from '../../store/attachments-of.ts'
import { useWords } from '../app/app-context.ts'
import { Icon } from '../parts/icon.tsx'
import { pictureIcon } from './attachment-icons.ts'
import style from './attachments.module.css'
import { usePicture } from './use-picture.ts'

type Props = { file: ShownFile; where: string | undefined; open: () => void }
/** One picture of the grid: all of it is the target. */
export const Tile = ({ file, where, open }: Props) => {
  const words = useWords(attachments)
  const url = usePicture(file)
  const name = words.open(file.row.name)
  return (
    <button type="button" class={style.tile} aria-label={where ? `${name}. ${where}` : name} onClick={open}>
      {url ? <img src={url} alt="" /> : !where && <Icon name={pictureIcon} />}
      {where && <span>{where}</span>}
    </button>
  )
}

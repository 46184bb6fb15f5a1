import { useMemo } from 'preact/hooks'
import { qrDrawing, quietZone } from '../../formats/qr.ts'
import { team } from '../../i18n/fr/team.ts'
import { useWords } from '../app/app-context.ts'
import style from './team.module.css'

/** A link to point a camera at: black on white in every theme, for cameras read no other way for sure. */
export const QrCode = ({ link }: { link: string }) => {
  const words = useWords(team)
  const { size, path } = useMemo(() => qrDrawing(link), [link])
  const side = size + 2 * quietZone
  return (
    <svg class={style.qr} viewBox={`${-quietZone} ${-quietZone} ${side} ${side}`} role="img" aria-label={words.qr}>
      <path d={path} shape-rendering="crispEdges" />
    </svg>
  )
}

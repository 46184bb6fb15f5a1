import { lines } from '../../i18n/fr/lines.ts'
import { useWords } from '../app/app-context.ts'
import { UpdateLine } from './update-line.tsx'
import { watchUpdates } from './watch-updates.ts'

/** Looks for newer versions from when it is first drawn, and offers the one it finds. */
export const Updates = () => {
  const { updateReady, update, updateBlocked } = useWords(lines)
  return <UpdateLine updates={watchUpdates()} words={{ ready: updateReady, apply: update, blocked: updateBlocked }} />
}

import { lines } from '../../i18n/fr/lines.ts'
import { useWords } from '../app/app-context.ts'
import style from './insecure.module.css'
import box from './notice.module.css'

/** Said plainly where the app runs and cannot be kept. `line`: above a page, rather than within it. */
export const InsecureNotice = ({ line = false }: { line?: boolean }) => (
  <p class={line ? `${box.notice} ${style.line}` : box.notice}>{useWords(lines).insecure}</p>
)

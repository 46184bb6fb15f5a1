import { capture as captureWords } from '../../i18n/fr/capture.ts'
import { useApp, useWords } from '../app/app-context.ts'
import style from './known-organisations.module.css'

const few = 3

type Props = { typed: string; pick: (name: string, id: string) => void }

/** The known structures that answer to what is being typed, one tap each. */
export const KnownOrganisations = ({ typed, pick }: Props) => {
  const { index } = useApp()
  const words = useWords(captureWords)
  const found = index.search('organisations', typed, few).rows
  if (found.length === 0) return null
  return (
    <ul class={style.known} aria-label={words.known}>
      {found.map(({ id, values: [name, , town] }) => (
        <li key={id}>
          <button
            type="button"
            class={style.offer}
            // The finger's way down must not take the focus, or the list would be gone before the tap ends.
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => pick(String(name), id)}
          >
            <bdi>{String(name)}</bdi>
            {town ? <small>{String(town)}</small> : null}
          </button>
        </li>
      ))}
    </ul>
  )
}

import { record as recordWords } from '../../i18n/fr/record.ts'
import { useWords } from '../app/app-context.ts'
import frame from '../parts/field.module.css'
import style from './face.module.css'

type Props = { title: string; takeOut: () => void }
/** Why a structure stands where nobody typed one, and the way to take it out. */
export const Through = ({ title, takeOut }: Props) => {
  const words = useWords(recordWords)
  return (
    <div role="status" class={style.several}>
      <p class={frame.hint}>{words.throughPeople}</p>
      <button type="button" class={style.suggestion} aria-label={words.remove(title)} onClick={takeOut}>
        {words.takeOut}
      </button>
    </div>
  )
}

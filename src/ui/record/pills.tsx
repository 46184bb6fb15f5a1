import { record as recordWords } from '../../i18n/fr/record.ts'
import { useWords } from '../app/app-context.ts'
import { Icon } from '../parts/icon.tsx'
import style from './face.module.css'

type Props = { pills: readonly { key: string; text: string }[]; remove: (key: string) => void }
/** What was added, each with its way out. */
export const Pills = ({ pills, remove }: Props) => {
  const words = useWords(recordWords)
  if (pills.length === 0) return null
  return (
    <ul class={style.pills}>
      {pills.map(({ key, text }) => (
        <li key={key} class={style.pill}>
          <bdi>{text}</bdi>
          <button type="button" class={style.remove} aria-label={words.remove(text)} onClick={() => remove(key)}>
            <Icon name="close" />
          </button>
        </li>
      ))}
    </ul>
  )
}

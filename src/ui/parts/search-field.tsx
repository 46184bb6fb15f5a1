import { contacts as contactWords } from '../../i18n/fr/contacts.ts'
import { useWords } from '../app/app-context.ts'
import { Icon } from './icon.tsx'
import style from './search-field.module.css'

type Props = { value: string; onInput: (text: string) => void }
export const SearchField = ({ value, onInput }: Props) => {
  const words = useWords(contactWords)
  return (
    <div class={style.search}>
      <Icon name="search" />
      <input
        type="search"
        class={style.input}
        aria-label={words.search}
        placeholder={words.search}
        value={value}
        onInput={(event) => onInput(event.currentTarget.value)}
        autocomplete="off"
        autocapitalize="none"
        enterkeyhint="search"
        spellcheck={false}
      />
      {value && (
        <button type="button" class={style.clear} aria-label={words.clear} onClick={() => onInput('')}>
          <Icon name="close" />
        </button>
      )}
    </div>
  )
}

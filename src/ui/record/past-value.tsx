import type { RecordType } from '../../domain/record.ts'
import { versions as versionWords } from '../../i18n/fr/versions.ts'
import type { PastValue } from '../app/acts.ts'
import { useApp, useWords } from '../app/app-context.ts'
import { useToday } from '../app/use-today.ts'
import { Button } from '../parts/button.tsx'
import style from './field-history.module.css'
import { FieldValue } from './field-value.tsx'
import { Told } from './field-versions.tsx'
import { momentWord } from './moment-word.ts'

type Collection = { readonly add?: readonly string[]; readonly drop?: readonly string[] }
const isCollection = (change: unknown): change is Collection =>
  typeof change === 'object' && change !== null && !Array.isArray(change)

type Props = {
  type: RecordType
  name: string
  present: unknown
  entry: PastValue
  /** It is the latest that was retained. */
  isStanding: boolean
  /** The name of who gave it. */
  author: string
  /** The name of whose phone said so, where it had only heard it. */
  teller: string | undefined
  takeBack: (value: unknown) => void
}
/** One value a field had, and the way to have it again; of a collection, what came and what went. */
export const PastValueRow = ({ type, name, present, entry, isStanding, author, teller, takeBack }: Props) => {
  const { speech } = useApp()
  const words = useWords(versionWords)
  const today = useToday()
  const { change, at, lost } = entry
  const said = teller !== undefined && <span class={style.word}>{words.saidBy(teller)}</span>
  if (isCollection(change))
    return (
      <li class={style.entry}>
        <div class={style.moves}>
          {change.add?.length ? <Moved word={words.added} type={type} name={name} value={change.add} /> : null}
          {change.drop?.length ? <Moved word={words.dropped} type={type} name={name} value={change.drop} /> : null}
          <span class={style.by}>{[author, momentWord(speech, today, at)].filter(Boolean).join(' · ')}</span>
          {said}
        </div>
      </li>
    )
  const isPresent = (change ?? undefined) === present
  return (
    <li class={style.entry}>
      <Told type={type} name={name} value={change} by={author} at={at} />
      {said}
      {isPresent && isStanding && <span class={style.word}>{words.isPresent}</span>}
      {lost && <span class={style.word}>{words.lost}</span>}
      {!isPresent && <Button onClick={() => takeBack(change)}>{words.takeBack}</Button>}
    </li>
  )
}

type MovedProps = { word: string; type: RecordType; name: string; value: readonly string[] }
const Moved = ({ word, type, name, value }: MovedProps) => (
  <div>
    <span class={style.word}>{word}</span> <FieldValue type={type} name={name} value={value} />
  </div>
)

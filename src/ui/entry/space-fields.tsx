import { entry } from '../../i18n/fr/entry.ts'
import { online } from '../../i18n/fr/online.ts'
import type { SpaceTitle } from '../app/acts.ts'
import { useWords } from '../app/app-context.ts'
import { Chip, Chips } from '../parts/chips.tsx'
import { FieldNote } from '../parts/field.tsx'
import style from './entry.module.css'
import { NeededName } from './needed-name.tsx'

type Kind = SpaceTitle['kind']
type Props = {
  name: string
  kind: Kind | undefined
  change: (given: { space?: string; kind?: Kind }) => void
  /** What is missing is said. */
  isChecked: boolean
}
/** What the first of a space says of it. */
export const SpaceFields = ({ name, kind, change, isChecked }: Props) => {
  const words = useWords(entry)
  const { kinds } = useWords(online)
  return (
    <>
      <NeededName
        label={words.spaceName}
        hint={words.spaceNameHint}
        value={name}
        change={(name) => change({ space: name })}
        isChecked={isChecked}
      />
      <div>
        <p class={style.label} aria-hidden="true">
          {words.spaceKind}
        </p>
        <Chips label={words.spaceKind}>
          {(Object.keys(kinds) as Kind[]).map((one) => (
            <Chip key={one} pressed={one === kind} onPress={() => change({ kind: one })}>
              {kinds[one]}
            </Chip>
          ))}
        </Chips>
        <div class={style.fault} aria-live="polite">
          <FieldNote warning={isChecked && !kind ? words.spaceKindNeeded : undefined} />
        </div>
      </div>
    </>
  )
}

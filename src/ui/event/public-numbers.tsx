import { visitorCount } from '../../domain/records/visitor-count.ts'
import type { Space } from '../../store/space.ts'
import { birth, type Edit } from '../../store/write.ts'
import { useApp } from '../app/app-context.ts'
import { inputClass, LabelledField } from '../parts/field.tsx'
import style from './event.module.css'
import type { Sums } from './event-figures.ts'

const publics = Object.keys(visitorCount.fields.public.options)

/** What was typed over the counted sums, by public; those not touched are absent. */
export type Typed = Readonly<Record<string, string>>

/** One number for each public, beginning with what was counted. */
export const PublicNumbers = ({ of, typed, type }: { of: Sums['of']; typed: Typed; type: (typed: Typed) => void }) => {
  const { speech } = useApp()
  return (
    <div class={style.publics}>
      {publics.map((key) => (
        <LabelledField key={key} id={`public-${key}`} label={speech.option(visitorCount, 'public', key)}>
          <input
            id={`public-${key}`}
            class={inputClass}
            inputMode="numeric"
            autocomplete="off"
            value={typed[key] ?? String(of[key] ?? 0)}
            onFocus={(event) => event.currentTarget.select()}
            onInput={(event) => type({ ...typed, [key]: event.currentTarget.value.replace(/\D/g, '').slice(0, 6) })}
          />
        </LabelledField>
      ))}
    </div>
  )
}

/** The differences between what was typed and what is counted, each as a record of its own: other phones go on counting. */
export const corrections = (space: Space, event: string, of: Sums['of'], typed: Typed): Edit[] => {
  const at = new Date(space.now()).toISOString()
  return Object.entries(typed).flatMap(([key, text]) => {
    const number = Number(text) - (of[key] ?? 0)
    return number === 0 ? [] : [birth(space, 'visitorCounts', { event, public: key, number, at })]
  })
}

import type { AnyRow, RecordType } from '../../domain/record.ts'
import { twins as twinWords } from '../../i18n/fr/twins.ts'
import { useApp, useWords } from '../app/app-context.ts'
import { Badge } from '../parts/badge.tsx'
import { FieldValue } from '../record/field-value.tsx'
import style from './twins.module.css'

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

/** What the two hold, line by line; what is the same is told once, what differs is marked in words. */
export const TwinFields = ({ type, one, other }: { type: RecordType; one: AnyRow; other: AnyRow }) => {
  const { speech } = useApp()
  const words = useWords(twinWords)
  const names = Object.keys(type.fields).filter(
    (name) => !type.fields[name]?.quiet && (one[name] !== undefined || other[name] !== undefined),
  )
  return (
    <dl class={style.fields}>
      {names.map((name) => {
        const same = isSame(one[name], other[name])
        // Only what both have can be said to differ.
        const differs = !same && one[name] !== undefined && other[name] !== undefined
        return (
          <div key={name}>
            <dt>
              {speech.field(type, name)}
              {differs && <Badge word={words.different} />}
            </dt>
            <dd class={same ? style.same : undefined}>
              {!same && <span class="visually-hidden">{words.first}</span>}
              <FieldValue type={type} name={name} value={one[name]} />
            </dd>
            {!same && (
              <dd>
                <span class="visually-hidden">{words.second}</span>
                <FieldValue type={type} name={name} value={other[name]} />
              </dd>
            )}
          </div>
        )
      })}
    </dl>
  )
}

import { useEffect, useState } from 'preact/hooks'
import type { RecordType } from '../../domain/record.ts'
import type { Summary } from '../../store/summaries.ts'
import { useApp } from '../app/app-context.ts'
import { useLive } from '../app/use-live.ts'
import type { TypedValues } from './face.ts'
import { structuresOf } from './ties.ts'
import { allOf, isBlank, nameToBeBorn, oneOf } from './typed.ts'

/**
 * Fills an empty structure with the only one the people above it are in now, and empties it again when none of them is.
 * What was typed, and what was taken out, stays as it is. `isUnderWay`: whether the form is being filled in.
 */
export const useThrough = (
  type: RecordType,
  names: readonly string[],
  typed: TypedValues,
  isUnderWay: () => boolean,
  fill: (name: string, id: string) => void,
) => {
  const { space } = useApp()
  const name = names.find((one) => type.fields[one]?.through) ?? ''
  const people = allOf(typed[type.fields[name]?.through ?? ''] ?? []).filter((id) => nameToBeBorn(id) === undefined)
  const [filled, setFilled] = useState<Summary>()
  const [refused, refuse] = useState<string>()
  const found = useLive(() => structuresOf(space, people), [people])
  const now = oneOf(typed[name] ?? '')
  const isOurs = filled !== undefined && filled.id === now
  useEffect(() => {
    if (!found || !name || !isUnderWay() || !(isBlank(now) || isOurs)) return
    const [only, ...others] = found
    if (isOurs && found.some(({ id }) => id === now)) return
    const next = only && others.length === 0 && only.id !== refused ? only : undefined
    setFilled(next)
    if (next || isOurs) fill(name, next?.id ?? '')
  }, [found])
  const takeOut = () => {
    refuse(now)
    setFilled(undefined)
    fill(name, '')
  }
  return { name: isOurs ? name : undefined, title: String(filled?.values[0] ?? ''), takeOut }
}

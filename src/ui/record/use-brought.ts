import { useEffect, useRef } from 'preact/hooks'
import type { RecordType } from '../../domain/record.ts'
import { rowsOf } from '../../store/read.ts'
import { useApp } from '../app/app-context.ts'
import { useLive } from '../app/use-live.ts'
import type { TypedValues } from './face.ts'
import { faceOf } from './faces.ts'
import { isBlank, isSame, nameToBeBorn, oneOf } from './typed.ts'

/**
 * Fills what the chosen row tells, a period its formation and its days, where nothing was typed yet. `start`: what the
 * form began with, which is nobody's word either.
 */
export const useBrought = (
  type: RecordType,
  names: readonly string[],
  typed: TypedValues,
  start: TypedValues,
  fill: (values: TypedValues) => void,
) => {
  const { space, speech } = useApp()
  const name = names.find((one) => type.fields[one]?.brings)
  const field = name === undefined ? undefined : type.fields[name]
  const id = oneOf(typed[name ?? ''] ?? '')
  const asked = field?.to && id && nameToBeBorn(id) === undefined ? id : ''
  const row = useLive(async () => (await rowsOf(space, field?.to ?? '', asked ? [asked] : []))[0] ?? null, [asked])
  const brought = useRef<{ by: string; values: TypedValues }>({ by: oneOf(start[name ?? ''] ?? ''), values: start })
  useEffect(() => {
    if (!row || !field?.brings || asked === brought.current.by) return
    const values: TypedValues = {}
    for (const [own, theirs] of Object.entries(field.brings)) {
      const [to, told] = [type.fields[own], row[theirs]]
      const isFree = isBlank(typed[own] ?? '') || isSame(typed[own], brought.current.values[own])
      if (to && told !== undefined && isFree) values[own] = faceOf(to).write(told, speech.language)
    }
    brought.current = { by: asked, values }
    fill(values)
  }, [row])
}

import type { Field } from '../../domain/field.ts'
import { email } from '../../domain/identifiers/email.ts'
import type { Doubt } from '../../domain/identifiers/identifier.ts'
import { ruleOf } from '../../domain/identifiers/rules.ts'

/** More people than a large school has. */
const absurd = 3_000
const doubtOfCount = (count: number): Doubt | undefined => {
  if (count < 0 || !Number.isInteger(count)) return 'count'
  return count > absurd ? 'many' : undefined
}

/** Why a value is doubtful; never a reason to refuse it. `before`: the day that it should not come before. */
export const doubtOf = (field: Field, stored: unknown, before?: unknown): Doubt | undefined => {
  if (typeof stored === 'number') return field.options && doubtOfCount(stored)
  if (typeof stored !== 'string') return undefined
  if (field.notBefore) return typeof before === 'string' && stored < before ? 'order' : undefined
  return ruleOf(field)?.doubt(stored)
}

/** The e-mail address that was probably meant. */
export const suggestionFor = (field: Field, stored: unknown): string | undefined =>
  field.kind === 'email' && typeof stored === 'string' ? email.suggestion(stored) : undefined

import type { Field } from '../../domain/field.ts'
import { email } from '../../domain/identifiers/email.ts'
import type { Doubt } from '../../domain/identifiers/identifier.ts'
import { ruleOf } from '../../domain/identifiers/rules.ts'

/** Why a value is doubtful; never a reason to refuse it. */
export const doubtOf = (field: Field, stored: unknown): Doubt | undefined =>
  typeof stored === 'string' ? ruleOf(field)?.doubt(stored) : undefined

/** The e-mail address that was probably meant. */
export const suggestionFor = (field: Field, stored: unknown): string | undefined =>
  field.kind === 'email' && typeof stored === 'string' ? email.suggestion(stored) : undefined

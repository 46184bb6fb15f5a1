import type { Field } from '../../domain/field.ts'
import { email } from '../../domain/identifiers/email.ts'
import type { Doubt } from '../../domain/identifiers/identifier.ts'
import { phone } from '../../domain/identifiers/phone.ts'

/** Why a value is doubtful; never a reason to refuse it. */
export const doubtOf = (field: Field, stored: unknown): Doubt | undefined => {
  if (typeof stored !== 'string') return undefined
  if (field.kind === 'phone') return phone.doubt(stored)
  if (field.kind === 'email') return email.doubt(stored)
  return field.rule?.doubt(stored)
}

/** The e-mail address that was probably meant. */
export const suggestionFor = (field: Field, stored: unknown): string | undefined =>
  field.kind === 'email' && typeof stored === 'string' ? email.suggestion(stored) : undefined

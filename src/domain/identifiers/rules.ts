import type { Field, IdentifierName } from '../field.ts'
import { communeCode } from './commune-code.ts'
import { email } from './email.ts'
import type { Identifier } from './identifier.ts'
import { naf } from './naf.ts'
import { phone } from './phone.ts'
import { postcode } from './postcode.ts'
import { rncp } from './rncp.ts'
import { siren } from './siren.ts'
import { siret } from './siret.ts'
import { uai } from './uai.ts'

const rules: Record<IdentifierName, Identifier> = { communeCode, naf, postcode, rncp, siren, siret, uai }

/** How a field's value is normalised, checked and shown, where it is more than text. Loaded with the forms: lists need none. */
export const ruleOf = ({ kind, rule }: Pick<Field, 'kind' | 'rule'>): Identifier | undefined => {
  if (kind === 'phone') return phone
  if (kind === 'email') return email
  return rule && rules[rule]
}

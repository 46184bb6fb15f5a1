import type { doubt as french } from '../fr/doubt.ts'
import type { Translated } from '../section.ts'

export const doubt: Translated<typeof french> = {
  length: 'The number of characters does not match.',
  characters: 'There are unexpected characters.',
  key: 'The check digit does not match.',
  range: 'This number is not in use.',
  exponent: 'A spreadsheet shortened it: the last digits are missing.',
  several: 'Several values in one field.',
  'special-number': 'Short or premium-rate number.',
  domain: 'The address looks mistyped.',
  count: 'People are counted: 0, 1, 2…',
  many: 'That is more than a school has.',
  order: 'The end comes before the beginning.',
  keep: 'Kept as it is.',
}

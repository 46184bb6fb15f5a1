import { describe, expect, it } from 'vitest'
import { recogniseContactPoint } from '../../../src/domain/identifiers/contact-point.ts'

describe('the field for a telephone number or an e-mail address', () => {
  it.each([
    ['Jean@Example.fr', 'email', 'Jean@example.fr'],
    ['jean@', 'email', 'jean@'],
    ['06 12 34 56 78', 'mobile', '+33612345678'],
    ['+33 7 12 34 56 78', 'mobile', '+33712345678'],
    ['04 76 00 00 00', 'landline', '+33476000000'],
    ['0892 70 00 00', 'landline', '+33892700000'],
    ['0692 12 34 56', 'mobile', '+262692123456'],
    ['0262 12 34 56', 'landline', '+262262123456'],
    ['0690 12 34 56', 'mobile', '+590690123456'],
    ['0596 12 34 56', 'landline', '+596596123456'],
    ['+508 55 12 34', 'mobile', '+508551234'],
    ['+508 41 12 34', 'landline', '+508411234'],
    ['+687 75 12 34', 'mobile', '+687751234'],
    ['+687 27 12 34', 'landline', '+687271234'],
    ['+689 87 12 34 56', 'mobile', '+68987123456'],
    ['+689 40 12 34 56', 'landline', '+68940123456'],
    ['+32 470 12 34 56', 'mobile', '+32470123456'],
    ['06 12', 'mobile', '06 12'],
    ['3639', 'landline', '3639'],
    ['0476000000 / 0600000000', 'landline', '0476000000 / 0600000000'],
    ['06 12 34 56 78 (Paul)', 'mobile', '06 12 34 56 78 (Paul)'],
  ])('takes %s for %s', (typed, kind, value) => {
    expect(recogniseContactPoint(typed)).toEqual({ kind, value })
  })

  it.each(['', ' ', 'néant', '+'])('takes "%s" for neither', (typed) => {
    expect(recogniseContactPoint(typed)).toEqual({ kind: 'none' })
  })
})

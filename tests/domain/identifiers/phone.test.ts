import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { phone } from '../../../src/domain/identifiers/phone.ts'

const spaced = (text: string) => text.replaceAll(' ', '\u00a0')

describe('a telephone number', () => {
  it.each([
    '06 12 34 56 78',
    '06.12.34.56.78',
    '06-12-34-56-78',
    '06/12/34/56/78',
    '0612345678',
    '0033612345678',
    '+33612345678',
    '+33 6 12 34 56 78',
    '+33 (0)6 12 34 56 78',
    '33612345678',
    '612345678',
    '612345678.0',
    '06\u00a012\u00a034\u00a056\u00a078',
    '06\u202f12\u202f34\u202f56\u202f78',
    '\u202a+33\u00a06\u00a012\u00a034\u00a056\u00a078\u202c',
    'Tél. : 06 12 34 56 78',
    'tel:+33612345678',
    '="0612345678"',
    "'0612345678",
  ])('typed as %s is stored for the whole world', (typed) => {
    expect(phone.normalise(typed)).toBe('+33612345678')
    expect(phone.doubt('+33612345678')).toBeUndefined()
  })

  it('of France is shown by pairs that do not break over two lines', () => {
    expect(phone.show('+33612345678')).toBe(spaced('06 12 34 56 78'))
    expect(phone.show(phone.normalise('04.76.00.00.00'))).toBe(spaced('04 76 00 00 00'))
    expect(phone.show(phone.normalise('476000000'))).toBe(spaced('04 76 00 00 00'))
  })

  it('dialled in France reads the same when it is shown again', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100_000_000, max: 999_999_999 }), (national) => {
        const shown = phone.show(phone.normalise(`0${national}`))
        expect(shown.replaceAll('\u00a0', '')).toBe(`0${national}`)
        expect(phone.normalise(shown)).toBe(phone.normalise(`0${national}`))
      }),
    )
  })

  it.each([
    ['0692 12 34 56', '+262692123456', '06 92 12 34 56'],
    ['+262 692 12 34 56', '+262692123456', '06 92 12 34 56'],
    ['0693 12 34 56', '+262693123456', '06 93 12 34 56'],
    ['0639 01 02 03', '+262639010203', '06 39 01 02 03'],
    ['0590 81 00 00', '+590590810000', '05 90 81 00 00'],
    ['+594 (0)594 30 00 00', '+594594300000', '05 94 30 00 00'],
    ['00 596 696 12 34 56', '+596696123456', '06 96 12 34 56'],
    ['0508 41 00 00', '+508410000', '05 08 41 00 00'],
    ['+508 41 00 00', '+508410000', '05 08 41 00 00'],
    ['+687 27 12 34', '+687271234', '+687 27 12 34'],
    ['+689 87 12 34 56', '+68987123456', '+689 87 12 34 56'],
    ['+32 470 12 34 56', '+32470123456', '+32 470 12 34 56'],
    ['0041 79 123 45 67', '+41791234567', '+41 791 23 45 67'],
    ['+41 (0)79 123 45 67', '+41791234567', '+41 791 23 45 67'],
    ['+1 (212) 555-0123', '+12125550123', '+1 212 555 01 23'],
    ['+352 621 123 456', '+352621123456', '+352 621 12 34 56'],
  ])('typed as %s is stored as %s and shown as %s', (typed, stored, shown) => {
    expect(phone.normalise(typed)).toBe(stored)
    expect(phone.show(stored)).toBe(spaced(shown))
    expect(phone.doubt(stored)).toBeUndefined()
  })

  it.each([
    ['0476000000 / 0600000000', 'several'],
    ['04 76 00 00 00 06 00 00 00 00', 'several'],
    ['+33 4 76 00 00 00 ou +33 6 00 00 00 00', 'several'],
    ['04 76 00 00 00 / 3639', 'several'],
    ['+32 2 123 45 67/68', 'length'],
    ['3639', 'special-number'],
    ['36 39', 'special-number'],
    ['118 218', 'special-number'],
    ['06 12 34', 'length'],
    ['0000000000', 'length'],
    ['6,12E+08', 'exponent'],
    ['04 76 00 00 00 poste 12', 'characters'],
    ['néant', 'characters'],
  ])('typed as %s is kept as it is, to be checked (%s)', (typed, doubt) => {
    expect(phone.normalise(typed)).toBe(typed)
    expect(phone.doubt(typed)).toBe(doubt)
  })

  it('that is surcharged, or has too many digits for its country, is to be checked', () => {
    expect(phone.doubt(phone.normalise('0 892 70 00 00'))).toBe('special-number')
    expect(phone.doubt(phone.normalise('+33 6 12 34 56 78 9'))).toBe('length')
    expect(phone.doubt(phone.normalise('+262 692 12 34'))).toBe('length')
    expect(phone.doubt(phone.normalise('+689 12 34 56'))).toBe('length')
  })
})

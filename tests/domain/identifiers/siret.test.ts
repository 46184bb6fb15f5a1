import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { siren } from '../../../src/domain/identifiers/siren.ts'
import { siret } from '../../../src/domain/identifiers/siret.ts'

const spaced = (text: string) => text.replaceAll(' ', '\u00a0')

const luhnSum = (digits: string) =>
  [...digits].reverse().reduce((sum, digit, i) => {
    const doubled = Number(digit) * (i % 2 === 1 ? 2 : 1)
    return sum + Math.floor(doubled / 10) + (doubled % 10)
  }, 0)

const withKey = (digits: string) => digits + ((10 - (luhnSum(`${digits}0`) % 10)) % 10)
const digits = (count: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: count, maxLength: count })
const validSiren = digits(8)
  .map(withKey)
  .filter((text) => Number(text) > 0)

describe('a SIRET', () => {
  it.each([
    '732 829 320 00074',
    spaced('732 829 320 00074'),
    '732\u202f829\u202f320\u202f00074',
    '732.829.320.00074',
    'SIRET : 73282932000074',
    'N° SIRET 732829320 00074',
    '="73282932000074"',
    "'73282932000074",
    '73282932000074.0',
    '\u202a73282932000074\u202c',
  ])('is stored as fourteen digits when typed as %s', (typed) => {
    expect(siret.normalise(typed)).toBe('73282932000074')
    expect(siret.doubt('73282932000074')).toBeUndefined()
  })

  it('is shown in groups that do not break over two lines', () => {
    expect(siret.show('73282932000074')).toBe(spaced('732 829 320 00074'))
    expect(siret.show('732829320')).toBe(spaced('732 829 320'))
    expect(siret.show('en cours')).toBe('en cours')
  })

  it('gets back the leading zero a spreadsheet took, when the key proves it', () => {
    fc.assert(
      fc.property(validSiren, digits(4), (company, site) => {
        const whole = withKey(`0${company.slice(1)}`.slice(0, 8))
        const full = withKey(whole + site)
        fc.pre(Number(whole) > 0 && full[1] !== '0')
        expect(siret.normalise(full.slice(1))).toBe(full)
        expect(siret.doubt(full)).toBeUndefined()
      }),
    )
  })

  it('with a digit forgotten in the middle stays as typed, too short', () => {
    expect(siret.normalise('7328293200074')).toBe('7328293200074')
    expect(siret.doubt('7328293200074')).toBe('length')
  })

  it('of La Poste needs only its digit sum', () => {
    expect(siret.doubt('35600000000048')).toBeUndefined()
    expect(siret.doubt('35600000049837')).toBeUndefined()
    expect(siret.doubt('35600000049838')).toBe('key')
  })

  it.each([
    ['98414209100012', 'key'],
    ['73282932000075', 'key'],
    ['73282932100007', 'key'],
    ['00000000000000', 'key'],
    ['732829320', 'length'],
    ['732 829', 'length'],
    ['7,32829E+13', 'exponent'],
    ['3,56E+13', 'exponent'],
    ['MONACOCONFO001', 'characters'],
    ['en cours', 'characters'],
  ])('typed as %s is kept, to be checked (%s)', (typed, doubt) => {
    expect(siret.normalise(typed)).toBe(typed)
    expect(siret.doubt(typed)).toBe(doubt)
  })
})

describe('a SIREN', () => {
  it('is stored as nine digits and shown by threes', () => {
    expect(siren.normalise('SIREN: 732 829 320')).toBe('732829320')
    expect(siren.doubt('732829320')).toBeUndefined()
    expect(siren.show('732829320')).toBe(spaced('732 829 320'))
  })

  it('with its key is never doubted', () => {
    fc.assert(
      fc.property(validSiren, (text) => {
        expect(siren.doubt(siren.normalise(text))).toBeUndefined()
      }),
    )
  })

  it('with one digit mistyped is always doubted', () => {
    fc.assert(
      fc.property(validSiren, fc.nat(8), fc.integer({ min: 1, max: 9 }), (text, at, by) => {
        const wrong = text.slice(0, at) + ((Number(text[at]) + by) % 10) + text.slice(at + 1)
        expect(siren.doubt(wrong)).toBe('key')
      }),
    )
  })

  it('in exponent form, with letters or as a whole SIRET is to be checked', () => {
    expect(siren.doubt('7,3E+08')).toBe('exponent')
    expect(siren.doubt('FR 40 303 265 045')).toBe('characters')
    expect(siren.doubt('73282932000074')).toBe('length')
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { communeCode } from '../../../src/domain/identifiers/commune-code.ts'
import { email } from '../../../src/domain/identifiers/email.ts'
import { naf } from '../../../src/domain/identifiers/naf.ts'
import { phone } from '../../../src/domain/identifiers/phone.ts'
import { postcode } from '../../../src/domain/identifiers/postcode.ts'
import { rncp } from '../../../src/domain/identifiers/rncp.ts'
import { siren } from '../../../src/domain/identifiers/siren.ts'
import { siret } from '../../../src/domain/identifiers/siret.ts'
import { uai } from '../../../src/domain/identifiers/uai.ts'

const identifiers = { communeCode, email, naf, phone, postcode, rncp, siren, siret, uai }

/** Signs that people and spreadsheets put into such fields, so that chance comes near to real ones. */
const nearlyReal = fc.string({
  unit: fc.constantFrom(
    ...'0123456789+().-/,;@ ABZEe"=<>',
    '\u00a0',
    '\u202f',
    '\u200e',
    'mailto:',
    'orange.f',
    '33',
    '0',
  ),
  maxLength: 24,
})
const anything = fc.oneof(nearlyReal, fc.string({ unit: 'binary', maxLength: 40 }), fc.string({ unit: 'grapheme' }))
const broken = [
  '',
  ' ',
  '\u00a0',
  '\ud800',
  '\udc00x',
  '9'.repeat(5000),
  '@'.repeat(5000),
  'a.'.repeat(2500),
  ' '.repeat(4999),
]

describe.each(Object.entries(identifiers))('any text in the field %s', (_name, identifier) => {
  it('has one stored form: storing it again changes nothing', () => {
    fc.assert(
      fc.property(anything, (typed) => {
        const stored = identifier.normalise(typed)
        expect(identifier.normalise(stored)).toBe(stored)
      }),
      { numRuns: 1000 },
    )
  })

  it('is never lost, and blanks are stored as nothing', () => {
    fc.assert(
      fc.property(anything, (typed) => {
        expect(identifier.normalise(typed) === '').toBe(typed.trim() === '')
      }),
      { numRuns: 1000 },
    )
    expect(identifier.normalise('en cours')).toBe('en cours')
    expect(identifier.normalise(' ? ')).toBe('?')
  })

  it('is told to be doubtful or not, and shown, whatever it is', () => {
    fc.assert(
      fc.property(anything, (typed) => {
        identifier.doubt(typed)
        identifier.show(typed)
      }),
    )
    for (const text of broken) {
      const stored = identifier.normalise(text)
      expect(identifier.doubt(stored) === undefined).toBe(stored === '')
      expect(identifier.show(stored)).toBe(stored)
    }
  })

  it('is doubtful when it is a word, and not when it is empty', () => {
    for (const text of ['en cours', '?', 'néant', '-', 'idem', '//']) expect(identifier.doubt(text)).toBeDefined()
    expect(identifier.doubt('')).toBeUndefined()
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold } from '../../src/domain/fold.ts'
import { foldedDigits } from '../../src/domain/folded-digits.ts'
import { phone } from '../../src/domain/identifiers/phone.ts'

describe('a name as it is searched', () => {
  it.each([
    ['Élodie GONÇALVEZ', 'elodie goncalvez'],
    ['L’Haÿ-les-Roses', 'l hay les roses'],
    ["L'Haÿ–les–Roses", 'l hay les roses'],
    ['L´Haÿ‑les‑Roses', 'l hay les roses'],
    ['Œuvre de sœur Cæcilia', 'oeuvre de soeur caecilia'],
    ['Straße', 'strasse'],
    ['STRAẞE', 'strasse'],
    ['ETS DUPONT & FILS', 'ets dupont fils'],
    ['CARREFOUR MARKET (VOIRON)', 'carrefour market voiron'],
    ['  S.A.R.L.\u00a0Dupont\u202f! ', 's a r l dupont'],
    ['IŞIK ışık İstanbul', 'isik isik istanbul'],
    ['Łódź Ørsted', 'lodz orsted'],
    ['E\u0301lodie', 'elodie'],
    ['Oﬃce ＡＢＣ', 'office abc'],
    ['Du\u00adpont\u200b', 'dupont'],
    ['\u202eDupont\u202c', 'dupont'],
    ['« Lycée n° 3 »', 'lycee n 3'],
    ['Ελένη Ивановна 李', 'ελενη ивановна 李'],
    ['Zoé 🌻', 'zoe 🌻'],
    ['\n\t<b>Zoé</b>', 'b zoe b'],
    ['', ''],
  ])('%s is found as %s', (text, folded) => {
    expect(fold(text)).toBe(folded)
  })

  it('is the same when folded again, whatever the text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' })), (text) => {
        expect(fold(fold(text))).toBe(fold(text))
      }),
      { numRuns: 500 },
    )
  })

  it('is the same in capitals, with plain letters as with accented ones beside them', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'abcdefghéèêëàùïôçñ -’.0123456789') }), (text) => {
        expect(fold(text.toUpperCase())).toBe(fold(text))
        expect(fold(`${text} é`)).toBe(`${fold(text)} e`.trim())
      }),
    )
  })

  it('of five thousand characters or of half a character breaks nothing', () => {
    expect(fold('É'.repeat(5000))).toBe('e'.repeat(5000))
    expect(fold('\ud800')).toBe('')
  })
})

describe('a number as it is searched', () => {
  it.each(['0612', '06 12', '+33612', '+33 6 12', '+33 (0)6 12', '0033612', '34 56', '06.12.34.56.78'])(
    '%s finds 06 12 34 56 78 as it is stored',
    (looked) => {
      expect(foldedDigits(phone.normalise('06 12 34 56 78'))).toContain(foldedDigits(looked))
    },
  )

  it.each([
    ['+262 692', '0692 12 34 56'],
    ['0692', '+262 692 12 34 56'],
    ['0508 41', '+508 41 00 00'],
    ['+508 508 41', '0508 41 00 00'],
    ['+32 470', '+32 470 12 34 56'],
    ['0032 470', '+32 470 12 34 56'],
    ['0600', '0476000000 / 0600000000'],
    ['06 00', '+33476000000 / +33600000000'],
  ])('%s finds %s', (looked, typed) => {
    expect(foldedDigits(phone.normalise(typed))).toContain(foldedDigits(looked))
  })

  it('keeps a 0033 that stands inside it', () => {
    expect(foldedDigits('06 00 33 12 34')).toBe('0600331234')
  })

  it('holds nothing when there is no digit', () => {
    expect(foldedDigits('Dupont')).toBe('')
  })
})

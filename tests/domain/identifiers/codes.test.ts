import { describe, expect, it } from 'vitest'
import { communeCode } from '../../../src/domain/identifiers/commune-code.ts'
import { naf } from '../../../src/domain/identifiers/naf.ts'
import { postcode } from '../../../src/domain/identifiers/postcode.ts'
import { rncp } from '../../../src/domain/identifiers/rncp.ts'

describe('an activity code', () => {
  it('is stored without its dot and shown with it', () => {
    for (const typed of ['62.02A', '6202a', '62 02 A', 'APE : 62.02A']) expect(naf.normalise(typed)).toBe('6202A')
    expect(naf.show('6202A')).toBe('62.02A')
    expect(naf.doubt('6202A')).toBeUndefined()
  })

  it('without its letter, or with words, is kept, to be checked', () => {
    expect(naf.normalise('62.02')).toBe('62.02')
    expect(naf.doubt('62.02')).toBe('length')
    expect(naf.doubt('Conseil informatique')).toBe('characters')
  })
})

describe('a certification', () => {
  it('is stored as RNCP and its number', () => {
    for (const typed of ['rncp 38878', 'RNCP38878', '38878', 'Fiche RNCP n° 38878']) {
      expect(rncp.normalise(typed)).toBe('RNCP38878')
    }
    expect(rncp.doubt('RNCP38878')).toBeUndefined()
  })

  it('of another register, or too long, is kept, to be checked', () => {
    expect(rncp.normalise('RS5634')).toBe('RS5634')
    expect(rncp.doubt('RS5634')).toBe('characters')
    expect(rncp.doubt('RNCP1234567')).toBe('length')
  })
})

describe('a postcode', () => {
  it.each([
    ['1000', '01000'],
    ['1000.0', '01000'],
    ['38 000', '38000'],
    ['F-38000', '38000'],
    ['FR-38000', '38000'],
    ['20090', '20090'],
    ['97400', '97400'],
    ['98800', '98800'],
    ['38040 cedex 9', '38040 CEDEX 9'],
    ['75700 Cedex', '75700 CEDEX'],
  ])('typed as %s is stored as %s', (typed, stored) => {
    expect(postcode.normalise(typed)).toBe(stored)
    expect(postcode.doubt(stored)).toBeUndefined()
  })

  it.each([
    ['00000', 'range'],
    ['96000', 'range'],
    ['99100', 'range'],
    ['380', 'length'],
    ['38000 GRENOBLE', 'characters'],
    ['L-1234', 'characters'],
  ])('typed as %s is kept, to be checked (%s)', (typed, doubt) => {
    expect(postcode.normalise(typed)).toBe(typed)
    expect(postcode.doubt(typed)).toBe(doubt)
  })
})

describe('a commune code', () => {
  it.each([
    ['2a004', '2A004'],
    ['2B033', '2B033'],
    ['1053', '01053'],
    ['38185', '38185'],
    ['97411', '97411'],
  ])('typed as %s is stored as %s', (typed, stored) => {
    expect(communeCode.normalise(typed)).toBe(stored)
    expect(communeCode.doubt(stored)).toBeUndefined()
  })

  it('of a Corsica that is no more, or of nowhere, is to be checked', () => {
    expect(communeCode.doubt('20004')).toBe('range')
    expect(communeCode.doubt('99100')).toBe('range')
    expect(communeCode.doubt('2A04')).toBe('length')
    expect(communeCode.doubt('Grenoble')).toBe('characters')
  })
})

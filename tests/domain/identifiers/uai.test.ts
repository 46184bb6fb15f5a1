import { describe, expect, it } from 'vitest'
import { uai } from '../../../src/domain/identifiers/uai.ts'

describe('a UAI', () => {
  it.each(['0783636d', '078 3636D', 'UAI : 0783636D', 'RNE 0783636d', '783636D'])('is recognised in %s', (typed) => {
    expect(uai.normalise(typed)).toBe('0783636D')
    expect(uai.doubt('0783636D')).toBeUndefined()
  })

  it('is shown as stored, spaces gone', () => {
    expect(uai.show(uai.normalise('019 0763B'))).toBe('0190763B')
  })

  it.each([
    ['1234567A', 'key'],
    ['0310037K', 'key'],
    ['0783636O', 'key'],
    ['0783636', 'length'],
    ['078363D', 'length'],
    ['néant', 'characters'],
  ])('typed as %s is kept, to be checked (%s)', (typed, doubt) => {
    expect(uai.normalise(typed)).toBe(typed)
    expect(uai.doubt(typed)).toBe(doubt)
  })

  it('ends in the letter its number asks for: 0310037 asks for X', () => {
    expect(uai.doubt('0310037X')).toBeUndefined()
  })
})

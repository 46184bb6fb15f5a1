import { describe, expect, it } from 'vitest'
import { email } from '../../../src/domain/identifiers/email.ts'

describe('an e-mail address', () => {
  it.each([
    ' J.Dupont@Example.FR ',
    'mailto:J.Dupont@example.fr',
    '<J.Dupont@example.fr>',
    '<mailto:J.Dupont@example.fr>;',
    'J.Dupont@example.fr ;',
    'J.Dupont @ example.fr',
    'J.Dupont@example.fr\u00a0',
  ])('is recognised in %s, and only its domain is blind to case', (typed) => {
    expect(email.normalise(typed)).toBe('J.Dupont@example.fr')
    expect(email.doubt('J.Dupont@example.fr')).toBeUndefined()
  })

  it.each([
    ['jean@gmial.com', 'jean@gmail.com'],
    ['jean@gamil.com', 'jean@gmail.com'],
    ['jean@gmai.com', 'jean@gmail.com'],
    ['jean@gmail.co', 'jean@gmail.com'],
    ['jean@gmail.fr', 'jean@gmail.com'],
    ['jean@orange.f', 'jean@orange.fr'],
    ['jean@orange,fr', 'jean@orange.fr'],
    ['jean@orangefr', 'jean@orange.fr'],
    ['jean@hotmial.com', 'jean@hotmail.com'],
    ['jean@hotmail.f', 'jean@hotmail.fr'],
    ['jean@wanadou.fr', 'jean@wanadoo.fr'],
    ['jean@laposte.ne', 'jean@laposte.net'],
    ['jean@example..fr', 'jean@example.fr'],
  ])('typed as %s is kept, and %s is suggested', (typed, meant) => {
    expect(email.normalise(typed)).toBe(typed)
    expect(email.doubt(typed)).toBe('domain')
    expect(email.suggestion(typed)).toBe(meant)
    expect(email.suggestion(meant)).toBeUndefined()
  })

  it.each([
    'gmail.com',
    'mail.com',
    'ymail.com',
    'free.fr',
    'sfr.fr',
    'tree.fr',
    'orange.com',
    'laposte.fr',
    'ac-grenoble.fr',
  ])('at %s is left in peace', (domain) => {
    expect(email.suggestion(`jean@${domain}`)).toBeUndefined()
    expect(email.doubt(`jean@${domain}`)).toBeUndefined()
  })

  it('copied with its owner’s name is kept, and the address alone is suggested', () => {
    const typed = 'Jean Dupont <Jean@Example.fr>'
    expect(email.normalise(typed)).toBe(typed)
    expect(email.doubt(typed)).toBe('characters')
    expect(email.suggestion(typed)).toBe('Jean@example.fr')
  })

  it.each([
    ['x@y.fr; z@y.fr', 'several'],
    ['x@y.fr,z@y.fr', 'several'],
    ['néant', 'characters'],
    ['jean.françois@example.fr', 'characters'],
    ['jean dupont@example.fr', 'characters'],
    ['jean@', 'characters'],
    ['jean@example', 'domain'],
    ['jean@-example.fr', 'domain'],
    [`${'a'.repeat(65)}@example.fr`, 'length'],
  ])('typed as %s is kept, to be checked (%s)', (typed, doubt) => {
    expect(email.normalise(typed)).toBe(typed)
    expect(email.doubt(typed)).toBe(doubt)
  })
})

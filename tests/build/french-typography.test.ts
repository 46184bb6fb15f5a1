import { expect, test } from 'vitest'
import { withFrenchTypography } from '../../build/french-typography.ts'

test.each([
  ["'Perdu : rien'", "'Perdu\\u00a0: rien'"],
  ["'Vraiment ?'", "'Vraiment\\u202f?'"],
  ["'« Salon »'", "'«\\u202fSalon\\u202f»'"],
  ["'L\\'école...'", "'L’école…'"],
  ["'250 à 4 999'", "'250 à 4\\u202f999'"],
  [
    '`$' + '{name} : $' + '{count ? `oui : $' + '{x}` : `non ;`} ; fin`',
    '`$' + '{name}\\u00a0: $' + '{count ? `oui\\u00a0: $' + '{x}` : `non\\u202f;`}\\u202f; fin`',
  ],
])('%s becomes %s', (before, after) => {
  expect(withFrenchTypography(before)).toBe(after)
})

test('code, comments, paths and good words are left alone', () => {
  const source =
    "/** It's : so */\nimport { a } from '../a.ts' // one : two\nconst b = (n: number) => (n === 1 ? 'un' : `deux\\u00a0: $" +
    '{n}`)\n'
  expect(withFrenchTypography(source)).toBe(source)
})

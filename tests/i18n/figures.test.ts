import { expect, test } from 'vitest'
import { figure } from '../../src/i18n/figures.ts'

test.each([
  ['fr', 'fr-FR'],
  ['en', 'en-GB'],
] as const)('figures are written in %s as the browser would', (language, locale) => {
  const format = new Intl.NumberFormat(locale)
  for (const value of [0, 7, 999, 1_000, 12_345, 999_999, 1_000_000, 12_345_678, -1_234, 1_234.5, 0.1234])
    expect(figure(language, value)).toBe(format.format(value))
})

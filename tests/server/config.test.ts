import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { readConfig } from '../../src/server/config.ts'

test('every setting has its default', () => {
  expect(readConfig({})).toMatchObject({ port: 8787, dataDir: resolve('var'), publicUrl: undefined })
  expect(readConfig({ PORT: '', MAILLAGE_DATA: '', MAILLAGE_PUBLIC_URL: '' })).toEqual(readConfig({}))
})

test('the public address is kept as its origin', () => {
  const urlOf = (MAILLAGE_PUBLIC_URL: string) => readConfig({ MAILLAGE_PUBLIC_URL }).publicUrl
  expect(urlOf('https://maillage.exemple.fr/')).toBe('https://maillage.exemple.fr')
  expect(urlOf('http://192.0.2.7:8787')).toBe('http://192.0.2.7:8787')
})

test('the address of a database is told by nobody, not even where it is wrong', () => {
  const urlOf = (MAILLAGE_DATABASE_URL: string) => readConfig({ MAILLAGE_DATABASE_URL }).databaseUrl
  expect(urlOf('')).toBeUndefined()
  expect(urlOf('postgres://maillage:ouvert@localhost/maillage')).toContain('ouvert')
  for (const wrong of ['mysql://maillage:ouvert@localhost/maillage', 'maillage:ouvert@localhost'])
    expect(() => urlOf(wrong)).toThrow(/^MAILLAGE_DATABASE_URL doit être (?!.*ouvert).*postgres:/)
})

test.each([
  { PORT: '99999' },
  { PORT: '-1' },
  { PORT: '80a' },
  { MAILLAGE_PUBLIC_URL: 'maillage.exemple.fr' },
  { MAILLAGE_PUBLIC_URL: 'ftp://exemple.fr' },
  { MAILLAGE_PUBLIC_URL: 'https://exemple.fr/maillage' },
  { MAILLAGE_PUBLIC_URL: 'https://x:y@exemple.fr' },
])('%j cannot be, and the line that says so names the setting', (env) => {
  const [[name = '', value = ''] = []] = Object.entries(env)
  expect(() => readConfig(env)).toThrow(new RegExp(`^${name} doit être .*${value}`))
})

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { made } from './mutant.ts'
import { mutants } from './mutants.ts'

const root = join(import.meta.dirname, '../..')

test.each(mutants)('the engine can still be broken on purpose: $name', ({ cuts }) => {
  for (const cut of cuts) expect(made(readFileSync(join(root, cut.file), 'utf8'), cut), cut.text).toBeDefined()
})

test('there are enough faults, each with a name of its own', () => {
  expect(mutants.length).toBeGreaterThanOrEqual(25)
  expect(new Set(mutants.map(({ name }) => name)).size).toBe(mutants.length)
})

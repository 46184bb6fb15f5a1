import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { faults } from './house/rules.ts'
import { readSources } from './house/sources.ts'

const root = resolve(import.meta.dirname, '..')

test('the house stands by its plan: who may import whom, no circles, short files with a name', () => {
  expect(faults(readSources(root, ['src', 'sw', 'tests', 'bench', 'build']))).toEqual([])
})

describe('each rule can fail', () => {
  const file = (path: string, text = '') => ({ path, text })

  test('a page cannot call the network side', () => {
    const page = file('src/ui/page.tsx', "import { round } from '../sync/round.ts'")
    expect(faults([page])).toEqual(['src/ui/page.tsx imports ../sync/round.ts'])
  })

  test.each([
    ['a bare import', "import '../store/write.ts'"],
    ['a re-export', "export { write } from '../store/write.ts'"],
    ['a re-export of everything', "export * from '../store/write.ts'"],
    ['a dynamic import', "export const load = () => import('../store/write.ts')"],
    ['an import of a type', "import type { Row } from '../store/write.ts'"],
    ['the type of a module', "export type Store = typeof import('../store/write.ts')"],
  ])('%s is seen', (_, text) => {
    expect(faults([file('src/domain/field.ts', text)])).toEqual(['src/domain/field.ts imports ../store/write.ts'])
  })

  test('an import whose name is only known at run time is refused', () => {
    expect(() => faults([file('src/ui/page.ts', 'export const load = (name: string) => import(name)')])).toThrow(
      /plain name/,
    )
  })

  test('only main.tsx sees the whole house, and not the server', () => {
    expect(faults([file('src/main.tsx', "import './ui/app.tsx'\nimport './sync/round.ts'")])).toEqual([])
    expect(faults([file('src/main.tsx', "import './server/http.ts'")])).toHaveLength(1)
  })

  test('nothing of src goes into the service worker, and nothing outside src into src', () => {
    expect(faults([file('sw/sw.ts', "import '../src/domain/field.ts'")])).toHaveLength(1)
    expect(faults([file('src/domain/field.ts', "import '../../tests/made-up.ts'")])).toHaveLength(1)
  })

  test.each([
    ['src/domain/field.ts', 'zod'],
    ['src/ui/page.tsx', 'dexie'],
    ['src/store/write.ts', 'preact'],
    ['src/ui/page.tsx', 'hono'],
    ['src/formats/csv.ts', 'node:fs'],
    ['src/elsewhere/thing.ts', 'zod/mini'],
  ])('%s may not use the package %s', (path, name) => {
    expect(faults([file(path, `import '${name}'`)])).toEqual([`${path} imports the package ${name}`])
  })

  test('two files that import each other are found, and types that do are not', () => {
    const two = (kind: string) => [
      file('src/domain/one.ts', `import ${kind} { two } from './two.ts'`),
      file('src/domain/two.ts', `import ${kind} { one } from './one.ts'`),
    ]
    expect(faults(two(''))).toEqual(['circle: src/domain/one.ts → src/domain/two.ts → src/domain/one.ts'])
    expect(faults(two('type'))).toEqual([])
  })

  test('a long file, an attic and a name in capitals are found', () => {
    expect(faults([file('bench/run.ts', 'a()\n'.repeat(251))])).toEqual(['bench/run.ts has 251 lines'])
    expect(faults([file('src/ui/utils.ts')])).toEqual(['src/ui/utils.ts is named for nothing'])
    expect(faults([file('src/ui/RecordForm.tsx')])).toEqual(['src/ui/RecordForm.tsx is not in kebab-case'])
  })

  test('a good file is left alone', () => {
    expect(faults([file('src/domain/field.ts', "import { z } from 'zod/mini'\nimport './record.ts'")])).toEqual([])
  })
})

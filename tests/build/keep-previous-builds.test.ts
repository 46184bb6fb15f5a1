import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { keepPreviousBuilds } from '../../build/keep-previous-builds.ts'

let out: string
beforeEach(() => {
  out = mkdtempSync(join(tmpdir(), 'maillage-'))
})
afterEach(() => rmSync(out, { recursive: true, force: true }))

function build(...assets: string[]): string[] {
  const [present, next] = [join(out, 'app'), join(out, 'next')]
  mkdirSync(join(next, 'assets'), { recursive: true })
  for (const asset of assets) writeFileSync(join(next, 'assets', asset), asset)
  keepPreviousBuilds({ out, present, next })
  rmSync(present, { recursive: true, force: true })
  renameSync(next, present)
  return readdirSync(join(present, 'assets')).sort()
}

test('a page opened two builds ago still finds its parts; three builds ago, no more', () => {
  expect(build('a.js', 'vendor.js')).toEqual(['a.js', 'vendor.js'])
  expect(build('b.js', 'vendor.js')).toEqual(['a.js', 'b.js', 'vendor.js'])
  expect(build('c.js', 'vendor.js')).toEqual(['a.js', 'b.js', 'c.js', 'vendor.js'])
  expect(build('d.js', 'vendor.js')).toEqual(['b.js', 'c.js', 'd.js', 'vendor.js'])
})

test('building the same again pushes nothing out', () => {
  build('a.js')
  build('b.js')
  for (let times = 0; times < 5; times += 1) expect(build('b.js')).toEqual(['a.js', 'b.js'])
})

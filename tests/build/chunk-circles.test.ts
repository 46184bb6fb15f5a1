import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { chunkCircles } from '../../build/chunk-circles.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'maillage-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const circlesAmong = (parts: Record<string, string>) => {
  for (const [name, text] of Object.entries(parts)) writeFileSync(join(folder, name), text)
  return chunkCircles(folder)
}

test('two parts that import each other at once are told, by a name, for effect or passed on', () => {
  expect(
    circlesAmong({
      'one.js': 'import{a as t}from"./two.js";const b=class{};export{b};',
      'two.js': 'import"./three.js";export const a=1;',
      'three.js': 'export{b as a}from"./one.js"',
    }),
  ).toEqual([['one.js', 'two.js', 'three.js', 'one.js']])
})

test('a part that is asked for later may import the one that asks', () => {
  expect(
    circlesAmong({
      'one.js': 'import{a}from"./vendor.js";a(()=>import("./two.js"))',
      'two.js': 'import{b}from"./one.js";import{a}from"./vendor.js"',
      'vendor.js': 'export const a=1',
    }),
  ).toEqual([])
})

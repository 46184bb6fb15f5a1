import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const IMPORT = /\b(?:from|import)\s*["']\.\/([\w.-]+\.js)["']/g

/**
 * Circles among the built parts of a folder, each as the way round it. Imports at once count, `import()` does not. In a
 * circle one part runs before what it needs, and fails only where that is used: on a phone.
 */
export function chunkCircles(folder: string): string[][] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.js'))
  const needs = new Map(files.map((file) => [file, importsOf(join(folder, file))]))
  const found: string[][] = []
  const done = new Set<string>()
  const follow = (file: string, way: string[]) => {
    const seen = way.indexOf(file)
    if (seen >= 0) found.push([...way.slice(seen), file])
    if (seen >= 0 || done.has(file)) return
    for (const next of needs.get(file) ?? []) follow(next, [...way, file])
    done.add(file)
  }
  for (const file of files.sort()) follow(file, [])
  return found
}

const importsOf = (path: string) => [...readFileSync(path, 'utf8').matchAll(IMPORT)].flatMap(([, name]) => name ?? [])

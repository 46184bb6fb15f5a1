import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

const IMPORT = /^\s*(?:import|export)\s(?!type\b)(?:[^'"]*?\sfrom\s)?['"](\.[^'"]+)['"]/gm

/** The files that start with the app: the entry and all it imports at once, types left out. Paths are whole. */
export function firstFiles(entry: string, seen = new Set<string>()): Set<string> {
  seen.add(entry)
  if (!/\.tsx?$/.test(entry)) return seen
  for (const [, path = ''] of readFileSync(entry, 'utf8').matchAll(IMPORT)) {
    const file = resolve(dirname(entry), path)
    if (!seen.has(file)) firstFiles(file, seen)
  }
  return seen
}

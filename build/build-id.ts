import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'

const SOURCES = ['src', 'sw', 'public']
const FILES = ['index.html', 'vite.config.ts', 'package-lock.json']

/** Version and a digest of every source: the same sources have the same name on every machine. */
export function buildId(root: string): string {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
  return `${version}+${process.env.MAILLAGE_BUILD ?? digest(root)}`
}

function digest(root: string): string {
  const hash = createHash('sha256')
  const paths = [
    ...SOURCES.flatMap((folder) => filesUnder(join(root, folder))),
    ...FILES.map((file) => join(root, file)),
  ]
  for (const path of paths.sort()) hash.update(relative(root, path)).update(readFileSync(path))
  return hash.digest('hex').slice(0, 8)
}

function filesUnder(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}

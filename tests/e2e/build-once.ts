import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '../..')

/** Builds the app once for all browser tests, apart from dist so that a running server is not disturbed. */
export default function buildOnce(): (() => void) | undefined {
  if (process.env.MAILLAGE_DIST) return undefined
  mkdirSync(join(root, 'var'), { recursive: true })
  const out = mkdtempSync(join(root, 'var/built-'))
  buildInto(out)
  process.env.MAILLAGE_DIST = out
  return () => rmSync(out, { recursive: true, force: true })
}

/** Another build of the same sources is an update all the same: its name is part of what it is made of. */
export function buildInto(out: string, name?: string): void {
  execFileSync(process.execPath, ['--import', 'tsx', 'build/build.ts', out], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production', ...(name ? { MAILLAGE_BUILD: name } : {}) },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}

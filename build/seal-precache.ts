import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

interface Entry {
  url: string
  revision: string | null
  size: number
  integrity?: string
}

/** Gives each precached file the digest the browser will hold it to, before it may replace an older one. */
export async function sealPrecache<E extends Entry>(entries: E[]): Promise<{ manifest: E[]; warnings: string[] }> {
  const appDir = process.env.MAILLAGE_APP_OUT ?? 'dist/app'
  const manifest = await Promise.all(
    entries.map(async (entry) => ({ ...entry, integrity: digest(await readFile(join(appDir, entry.url))) })),
  )
  return { manifest: manifest.sort((a, b) => (a.url < b.url ? -1 : 1)), warnings: [] }
}

function digest(bytes: Buffer): string {
  return `sha256-${createHash('sha256').update(bytes).digest('base64')}`
}

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
    entries.map(async (entry) => {
      const digest = createHash('sha256')
        .update(await readFile(join(appDir, entry.url)))
        .digest('base64')
      return { ...entry, integrity: `sha256-${digest}` }
    }),
  )
  return { manifest: manifest.sort((a, b) => (a.url < b.url ? -1 : 1)), warnings: [] }
}

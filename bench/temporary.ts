import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A folder for the time of one measure. */
export const withFolder = async <T>(use: (folder: string) => Promise<T>): Promise<T> => {
  const folder = mkdtempSync(join(tmpdir(), 'maillage-bench-'))
  try {
    return await use(folder)
  } finally {
    // A browser that was closed may still be putting its profile away.
    await rm(folder, { recursive: true, force: true, maxRetries: 20 })
  }
}

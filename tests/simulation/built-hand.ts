import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { build } from 'vite'

const root = resolve(import.meta.dirname, '../..')

/**
 * hand.ts in one file: tsx gives every function its name anew each time it is made, a tenth of what a schedule costs.
 */
export const builtHand = async (): Promise<{ file: string; discard: () => void }> => {
  mkdirSync(join(root, 'var'), { recursive: true })
  const folder = mkdtempSync(join(root, 'var/simulation-'))
  await build({
    ...{ root, configFile: false, logLevel: 'warn' },
    build: {
      ...{ ssr: true, outDir: folder, copyPublicDir: false, target: 'node20', minify: false, sourcemap: true },
      rolldownOptions: {
        input: { hand: join(import.meta.dirname, 'hand.ts') },
        // In one piece, or Yjs would be loaded before lot.ts.
        output: { entryFileNames: '[name].mjs', codeSplitting: false },
      },
    },
    ssr: { noExternal: true, external: ['libsql', 'pg'] },
  })
  return { file: join(folder, 'hand.mjs'), discard: () => rmSync(folder, { recursive: true, force: true }) }
}

import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { build } from 'vite'
import { buildId } from './build-id.ts'
import { chunkCircles } from './chunk-circles.ts'
import { copyNative } from './copy-native.ts'
import { keepPreviousBuilds } from './keep-previous-builds.ts'

// usage: build.ts [folder]     builds client and server into folder (dist)
const root = resolve(import.meta.dirname, '..')
const out = resolve(process.argv[2] ?? join(root, 'dist'))
const present = join(out, 'app')
const next = join(out, 'next')

// The configuration, and the worker's manifest with it, follow this.
process.env.MAILLAGE_APP_OUT = next
await build({ root, logLevel: 'warn', build: { emptyOutDir: true } })
const circles = chunkCircles(join(next, 'assets'))
if (circles.length > 0)
  throw new Error(
    `Parts of the build import each other in a circle:\n${circles.map((way) => way.join(' → ')).join('\n')}`,
  )
await build({
  root,
  logLevel: 'warn',
  configFile: false,
  define: { __VERSION__: JSON.stringify(buildId(root)) },
  build: {
    ssr: true,
    outDir: join(out, 'server'),
    emptyOutDir: true,
    copyPublicDir: false,
    target: 'node20',
    rolldownOptions: {
      input: { main: 'src/server/main.ts', admin: 'src/server/admin.ts' },
      output: { entryFileNames: '[name].js', chunkFileNames: '[name].js' },
    },
  },
  ssr: { noExternal: true, external: ['libsql'] },
})
copyNative(root, join(out, 'server/node_modules'))

// The folder runs wherever it is copied to, on a machine of the same kind.
writeFileSync(join(out, 'package.json'), '{ "type": "module" }\n')

// 1 The new build takes in the files that open pages of earlier ones may still ask for. 2 It takes their place at once.
keepPreviousBuilds({ out, present, next })
const old = join(out, 'old')
rmSync(old, { recursive: true, force: true })
if (existsSync(present)) renameSync(present, old)
renameSync(next, present)
rmSync(old, { recursive: true, force: true })

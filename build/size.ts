import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'

// usage: size.ts [folder]     prints what the built app weighs; exit code 1 past a budget
const app = resolve(process.argv[2] ?? 'dist', 'app')

/** The pages one arrives at. Each is imported beside the shell, and weighs on the first route with all it needs. */
const ARRIVALS = { Accueil: 'src/ui/pages/home.tsx', Contacts: 'src/ui/pages/contacts.tsx' }
/** Parts that may weigh more than a part should, each with its limit in kB. */
const EXCEPTIONS: Record<string, number> = { prose: 30 }

interface Part {
  file: string
  name?: string
  isEntry?: boolean
  imports?: string[]
}

type Row = { what: string; size: number; limit: number; unit: 'kB' | '' }

const parts = JSON.parse(readFileSync(join(app, '.vite/manifest.json'), 'utf8')) as Record<string, Part>
const entries = Object.keys(parts).filter((key) => parts[key]?.isEntry)
const first = reach([...entries, ...Object.values(ARRIVALS)])
const firstFiles = new Set(first.map((part) => part.file))
const late = [...new Set(Object.values(parts).map((part) => part.file))].filter(
  (file) => file.endsWith('.js') && !firstFiles.has(file),
)

const rows: Row[] = [
  ...Object.entries(ARRIVALS).map(([name, page]): Row => {
    const files = new Set(reach([...entries, page]).map((part) => part.file))
    return { what: `first route, JS, at ${name}`, size: weigh([...files]), limit: 60, unit: 'kB' }
  }),
  {
    what: 'first route, CSS',
    size: weigh(sheetsOf(readFileSync(join(app, 'index.html'), 'utf8'))),
    limit: 8,
    unit: 'kB',
  },
  { what: 'page', size: weigh(['index.html']), limit: 3, unit: 'kB' },
  { what: 'service worker', size: weigh(['sw.js']), limit: 8, unit: 'kB' },
  {
    what: 'fonts',
    size: readdirSync(join(app, 'assets')).filter((name) => /\.(woff2?|ttf)$/.test(name)).length,
    limit: 0,
    unit: '',
  },
  { what: 'requests before first paint', size: requestsBeforePaint(), limit: 4, unit: '' },
  ...late.map((file): Row => {
    const name = file.replace(/^assets\/|-[\w-]{8}\.js$/g, '')
    return { what: `later: ${name}`, size: weigh([file]), limit: EXCEPTIONS[name] ?? 25, unit: 'kB' }
  }),
]

for (const { what, size, limit, unit } of rows) {
  const figure = `${unit ? size.toFixed(1) : size} ${unit}`.trim().padStart(9)
  console.log(`${what.padEnd(40)}${figure}  of ${String(limit).padStart(3)}  ${size > limit ? 'TOO MUCH' : 'ok'}`)
}
if (rows.some(({ size, limit }) => size > limit)) process.exitCode = 1

/** The parts named and all they import at once. */
function reach(keys: string[], seen = new Set<string>()): Part[] {
  for (const key of keys) {
    const part = parts[key]
    if (!part) throw new Error(`${key} is no part of this build`)
    if (!seen.has(key)) reach(part.imports ?? [], seen.add(key))
  }
  return [...seen].flatMap((key) => parts[key] ?? [])
}

function weigh(files: string[]): number {
  return files.reduce((sum, file) => sum + gzipSync(readFileSync(join(app, file)), { level: 9 }).length, 0) / 1000
}

function sheetsOf(page: string): string[] {
  return [...page.matchAll(/<link[^>]*rel="stylesheet"[^>]*href="\/([^"]+)"/g)].flatMap((found) => found[1] ?? [])
}

function requestsBeforePaint(): number {
  const page = readFileSync(join(app, 'index.html'), 'utf8')
  return 1 + (page.match(/<script[^>]*\ssrc=|<link[^>]*rel="(stylesheet|modulepreload)"/g)?.length ?? 0)
}

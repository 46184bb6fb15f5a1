import { dirname, join } from 'node:path/posix'
import { type Import, importsOf, type Source } from './sources.ts'

/** Which folders of src a folder may import from; itself is always allowed. */
const MAY_IMPORT: Record<string, string[]> = {
  domain: [],
  protocol: ['domain'],
  store: ['domain', 'protocol'],
  sync: ['domain', 'protocol', 'store'],
  online: ['domain', 'protocol', 'store'],
  formats: ['domain'],
  i18n: ['domain'],
  examples: ['domain', 'store'],
  ui: ['domain', 'store', 'formats', 'i18n'],
  server: ['domain', 'protocol', 'formats'],
  'main.tsx': ['acts.ts', 'domain', 'protocol', 'store', 'sync', 'online', 'formats', 'i18n', 'examples', 'ui'],
  'acts.ts': ['domain', 'protocol', 'store', 'sync', 'online', 'examples', 'ui'],
  sw: [],
}

/** Which packages a folder may import. */
const MAY_USE: Record<string, RegExp> = {
  domain: /^zod\/mini$/,
  protocol: /^(zod\/mini|yjs)$/,
  store: /^(dexie|idb-keyval|zod\/mini|yjs)$/,
  sync: /^zod\/mini$/,
  online: /^zod\/mini$/,
  formats: /^lean-qr\/(nano|extras\/svg)$/,
  i18n: /^$/,
  examples: /^$/,
  ui: /^(preact|preact\/(hooks|jsx-runtime)|workbox-window|virtual:.+)$/,
  server: /^(node:.+|libsql|pg|hono(\/.+)?|@hono\/node-server(\/.+)?|zod(\/mini)?)$/,
  'main.tsx': /^(preact|preact\/hooks)$/,
  'acts.ts': /^$/,
  sw: /^workbox-[\w-]+$/,
}

const LIMIT = 250
const ATTICS = /^(index|utils?|helpers?|types?|common|misc)\.(tsx?|js)$/

/** Each sentence is one thing that breaks a rule of the house. */
export function faults(sources: Source[]): string[] {
  const imports = sources.flatMap(importsOf)
  return [...imports.flatMap(forbidden), ...circles(imports), ...sources.flatMap(badShape)]
}

function forbidden({ from, name }: Import): string[] {
  const home = folderOf(from)
  if (!home) return []
  if (!name.startsWith('.')) {
    if (MAY_USE[home]?.test(name)) return []
    return [`${from} imports the package ${name}`]
  }
  const target = folderOf(resolveImport(from, name))
  if (target === home || (target && MAY_IMPORT[home]?.includes(target))) return []
  return [`${from} imports ${name}`]
}

/** The part of the house a file is in: a folder of src, main.tsx, or sw; other folders are free. */
function folderOf(path: string): string | undefined {
  const [top, second] = path.split('/')
  return top === 'src' ? second : top === 'sw' ? 'sw' : undefined
}

function resolveImport(from: string, name: string): string {
  return join(dirname(from), name.replace(/\?.*$/, ''))
}

/** Walks what is left after the build, and tells each way that comes back to where it began. */
function circles(imports: Import[]): string[] {
  const next = new Map<string, Set<string>>()
  for (const { from, name, isType } of imports) {
    if (isType || !name.startsWith('.')) continue
    next.set(from, (next.get(from) ?? new Set()).add(resolveImport(from, name)))
  }
  const found: string[] = []
  const done = new Set<string>()
  const walk = (path: string, way: string[]) => {
    const seen = way.indexOf(path)
    if (seen >= 0) found.push(`circle: ${[...way.slice(seen), path].join(' → ')}`)
    if (seen >= 0 || done.has(path)) return
    for (const target of next.get(path) ?? []) walk(target, [...way, path])
    done.add(path)
  }
  for (const path of next.keys()) walk(path, [])
  return found
}

function badShape({ path, text }: Source): string[] {
  const lines = text.trimEnd().split('\n').length
  const name = path.split('/').pop() ?? ''
  const found: string[] = []
  if (lines > LIMIT) found.push(`${path} has ${lines} lines`)
  if (ATTICS.test(name)) found.push(`${path} is named for nothing`)
  if (!/^[a-z0-9]+([.-][a-z0-9]+)*$/.test(name)) found.push(`${path} is not in kebab-case`)
  return found
}

import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { compress, type Encoding } from './compress.ts'

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
}

export interface ShelvedFile {
  type: string
  /** Of the plain bytes, so that it stays the same whatever the encoding. */
  digest: string
  isText: boolean
  bytes(encoding?: Encoding): Promise<Buffer>
}

/** Reads files of one folder, and keeps them with their compressed forms until they change on disk. */
export function openShelf(folder: string): (path: string) => Promise<ShelvedFile | undefined> {
  const kept = new Map<string, { stamp: string; file: ShelvedFile }>()
  return async (path) => {
    if (!isSafe(path)) return undefined
    const found = await stat(join(folder, path)).catch(() => undefined)
    if (!found?.isFile()) return undefined
    const stamp = `${found.mtimeMs}-${found.size}-${found.ino}`
    const known = kept.get(path)
    if (known?.stamp === stamp) return known.file
    const file = shelve(path, await readFile(join(folder, path)))
    kept.set(path, { stamp, file })
    return file
  }
}

/** No way up, no hidden file, nothing a file system could read differently than we do. */
function isSafe(path: string): boolean {
  return path.split('/').every((part) => /^[\w-][\w.-]*$/.test(part))
}

function shelve(path: string, plain: Buffer): ShelvedFile {
  const type = TYPES[extname(path)] ?? 'application/octet-stream'
  const encoded = new Map<Encoding, Promise<Buffer>>()
  return {
    type,
    digest: createHash('sha256').update(plain).digest('base64url').slice(0, 22),
    isText: type.includes('charset') || type === 'application/wasm',
    async bytes(encoding) {
      if (!encoding) return plain
      const ready = encoded.get(encoding) ?? compress(plain, encoding)
      encoded.set(encoding, ready)
      return ready
    },
  }
}

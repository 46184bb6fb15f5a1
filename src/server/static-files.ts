import type { Context } from 'hono'
import { acceptedEncoding } from './compress.ts'
import { openShelf } from './file-shelf.ts'

const FOREVER = 'public, max-age=31536000, immutable'
const HASHED = /^assets\/.+-[\w-]{8,}\.\w+$/

/**
 * Serves the built app. A path without a dot is a page of the app; a path with one is a file or a 404, never the page:
 * a script that turns out to be HTML breaks an app for good.
 */
export function staticFiles(appDir: string): (c: Context) => Promise<Response> {
  const find = openShelf(appDir)
  return async (c) => {
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD')
      return c.text('Method not allowed', 405, { Allow: 'GET, HEAD' })
    const path = c.req.path.includes('.') ? c.req.path.slice(1) : 'index.html'
    const file = path.startsWith('/') ? undefined : await find(path)
    if (!file) return c.text('Not found', 404, { 'Cache-Control': 'no-store' })

    const encoding = file.isText ? acceptedEncoding(c.req.header('accept-encoding')) : undefined
    const etag = `"${file.digest}${encoding ? `-${encoding}` : ''}"`
    c.header('ETag', etag)
    c.header('Cache-Control', HASHED.test(path) ? FOREVER : 'no-cache')
    if (file.isText) c.header('Vary', 'Accept-Encoding')
    if (matches(c.req.header('if-none-match'), etag)) return c.body(null, 304)

    const bytes = await file.bytes(encoding)
    c.header('Content-Type', file.type)
    c.header('Content-Length', String(bytes.length))
    if (encoding) c.header('Content-Encoding', encoding)
    return c.req.method === 'HEAD' ? c.body(null) : c.body(new Uint8Array(bytes))
  }
}

function matches(header: string | undefined, etag: string): boolean {
  const asked = (header ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''))
  return asked.includes('*') || asked.includes(etag)
}

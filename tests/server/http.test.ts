import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { request } from 'node:http'
import { connect } from 'node:net'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ServedApp, serveApp } from './served-app.ts'

let app: ServedApp
beforeAll(async () => {
  app = await serveApp()
})
afterAll(() => app?.close())

const get = (path: string, headers: Record<string, string> = {}) => fetch(app.url + path, { headers })

describe('the app’s pages', () => {
  test.each(['/', '/contacts', '/agenda/2026-11-22', '/?s=pwa'])('%s is the app', async (path) => {
    const response = await get(path)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toContain('text/html')
    expect(response.headers.get('cache-control')).toBe('no-cache')
  })

  test.each(['/assets/gone-abcdef12.js', '/contacts.html', '/favicon.ico'])(
    '%s is not found, and never the page',
    async (path) => {
      const response = await get(path)
      expect(response.status).toBe(404)
      expect(await response.text()).not.toContain('<!doctype')
    },
  )

  test('a file with a digest in its name is kept for ever, others are asked for again', async () => {
    expect((await get('/assets/main-abcdef12.js')).headers.get('cache-control')).toBe(
      'public, max-age=31536000, immutable',
    )
    for (const path of ['/sw.js', '/manifest.webmanifest', '/index.html']) {
      expect((await get(path)).headers.get('cache-control')).toBe('no-cache')
    }
  })

  test('what has not changed is not sent again, and what has is', async () => {
    app.write('note.txt', 'one')
    const etag = (await get('/note.txt')).headers.get('etag') ?? ''
    expect((await get('/note.txt', { 'if-none-match': etag })).status).toBe(304)
    app.write('note.txt', 'two!')
    expect(await (await get('/note.txt', { 'if-none-match': etag })).text()).toBe('two!')
  })

  test('a file of an earlier build is served as long as it is there', async () => {
    app.write('assets/page-00000000.js', 'export {}')
    expect((await get('/assets/page-00000000.js')).status).toBe(200)
  })

  test('nothing but reading is done to files', async () => {
    const response = await fetch(`${app.url}/contacts`, { method: 'POST', body: 'x' })
    expect(response.status).toBe(405)
  })
})

describe('compression', () => {
  test('text is sent in the best form that is accepted, and caches are told', async () => {
    for (const [accepted, sent] of [
      ['gzip, br', 'br'],
      ['gzip', 'gzip'],
      ['br;q=0, gzip', 'gzip'],
      ['identity', undefined],
    ]) {
      const { headers } = await raw('/assets/main-abcdef12.js', { 'accept-encoding': accepted ?? '' })
      expect(headers['content-encoding']).toBe(sent)
      expect(headers.vary).toBe('Accept-Encoding')
    }
  })

  test('the bytes are the file’s', async () => {
    const { headers, body } = await raw('/assets/main-abcdef12.js', { 'accept-encoding': 'gzip' })
    expect(body.length).toBe(Number(headers['content-length']))
    expect(gunzipSync(body).toString()).toContain('maillage maillage')
  })
})

describe('strictness', () => {
  test.each(['/', '/sw.js', '/api/health', '/missing.js', '/api/nothing'])(
    '%s carries the security headers',
    async (path) => {
      const { headers } = await get(path)
      expect(headers.get('content-security-policy')).toContain("default-src 'none'")
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('referrer-policy')).toBe('no-referrer')
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
    },
  )

  test('the page’s own inline script is allowed by its digest, and no other', async () => {
    const page = await get('/')
    const script = /<script>([^<]*)<\/script>/.exec(await page.text())?.[1] ?? ''
    const digest = createHash('sha256').update(script).digest('base64')
    expect(page.headers.get('content-security-policy')).toContain(`script-src 'self' 'sha256-${digest}';`)
    expect(page.headers.get('content-security-policy')).not.toContain('unsafe')
  })

  test.each([
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '//secret.txt',
    '/.vite/manifest.json',
    '/assets/%00.js',
  ])('%s leads nowhere', async (path) => {
    const { status, body } = await raw(path)
    expect([400, 404]).toContain(status)
    expect(body.toString()).not.toContain('secret')
  })
})

describe('the api', () => {
  test('says that it is well, and which version it is', async () => {
    const response = await get('/api/health')
    expect(await response.json()).toEqual({ ok: true, version: 'dev' })
    expect(response.headers.get('cache-control')).toBe('no-store')
  })

  test.each(['/api', '/api/', '/api/nothing', '/api/nothing.js'])(
    '%s is not found, in words a program reads',
    async (path) => {
      const response = await get(path)
      expect(response.status).toBe(404)
      expect(await response.json()).toEqual({ p: 1, error: 'not-found' })
    },
  )
})

describe('the process', () => {
  test('writes one line a request, without what was searched', async () => {
    await get('/contacts?q=Durand')
    await expect.poll(() => app.lines.at(-1)).toMatch(/^GET \/contacts 200 \d+ms$/)
    expect(app.lines.join()).not.toContain('Durand')
  })

  test('writes one line whatever the path holds', async () => {
    await raw('/x%0aGET%20/made-up%20200')
    await expect.poll(() => app.lines.at(-1)).toMatch(/^GET \/x \d/i)
  })

  test('writes nothing of a link whose # a mail program wrote as %23', async () => {
    await raw('/entrer%23secret-of-a-link')
    await expect.poll(() => app.lines.at(-1)).toMatch(/^GET \/entrer \d/)
    expect(app.lines.join()).not.toContain('secret-of-a-link')
  })

  test('ends cleanly when asked, even with a connection left open', async () => {
    const other = await serveApp()
    const socket = connect(other.port, 'localhost')
    await once(socket, 'connect')
    socket.write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n')
    await once(socket, 'data')
    expect(await other.stop()).toBe(0)
    socket.destroy()
    await other.close()
  })
})

/** Without fetch's own tidying of paths and decoding of bodies. */
async function raw(path: string, headers: Record<string, string> = {}) {
  const sent = request({ host: 'localhost', port: app.port, path, headers }).end()
  const [response] = (await once(sent, 'response')) as [import('node:http').IncomingMessage]
  const chunks: Buffer[] = []
  for await (const chunk of response) chunks.push(chunk as Buffer)
  return { status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }
}

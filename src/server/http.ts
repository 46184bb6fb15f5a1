import { Hono } from 'hono'
import { securityHeaders } from './security-headers.ts'
import { staticFiles } from './static-files.ts'
import { version } from './version.ts'

export interface AppOptions {
  /** Folder of the built client. */
  appDir: string
  /** Milliseconds, for the log's durations. */
  clock?: () => number
  log?: (line: string) => void
}

export function createApp({ appDir, clock = () => performance.now(), log = () => {} }: AppOptions): Hono {
  const app = new Hono()
  const headers = Object.entries(securityHeaders(appDir))

  app.use(async (c, next) => {
    const start = clock()
    await next()
    for (const [name, value] of headers) c.header(name, value)
    // The query is left out: it may carry what a person typed. The path stays encoded: one request, one line.
    log(`${c.req.method} ${new URL(c.req.url).pathname} ${c.res.status} ${Math.round(clock() - start)}ms`)
  })

  app.get('/api/health', (c) => c.json({ ok: true, version }, 200, { 'Cache-Control': 'no-store' }))
  app.all('/api', (c) => c.json({ error: 'not-found' }, 404, { 'Cache-Control': 'no-store' }))
  app.all('/api/*', (c) => c.json({ error: 'not-found' }, 404, { 'Cache-Control': 'no-store' }))
  app.all('*', staticFiles(appDir))
  app.onError((error, c) => {
    log(`error ${error.stack ?? error.message}`)
    return c.json({ error: 'internal' }, 500)
  })
  return app
}

import { Hono } from 'hono'
import { api } from './api.ts'
import type { EventStreams } from './events.ts'
import type { House } from './house.ts'
import { securityHeaders } from './security-headers.ts'
import { staticFiles } from './static-files.ts'
import { traceOf } from './trace.ts'
import { version } from './version.ts'

export interface AppOptions {
  /** Folder of the built client. */
  appDir: string
  /** Milliseconds, for the log's durations. */
  clock?: () => number
  log?: (line: string) => void
  house: House
  streams: EventStreams
}

export function createApp(options: AppOptions): Hono {
  const { appDir, clock = () => performance.now(), log = () => {}, house, streams } = options
  const app = new Hono()
  const headers = Object.entries(securityHeaders(appDir))

  app.use(async (c, next) => {
    const start = clock()
    await next()
    for (const [name, value] of headers) c.header(name, value)
    // The query is left out: it may carry what a person typed. The path stays encoded: one request, one line. Some mail
    // programs write the # of a link as %23: what follows is a secret.
    const [path] = new URL(c.req.url).pathname.split('%')
    log(`${c.req.method} ${path} ${c.res.status} ${Math.round(clock() - start)}ms`)
  })

  app.get('/api/health', (c) => c.json({ ok: true, version }, 200, { 'Cache-Control': 'no-store' }))
  app.route('/api', api(house, streams, log))
  app.all('*', staticFiles(appDir))
  app.onError((error, c) => {
    log(traceOf(error))
    return c.text('Internal error', 500)
  })
  return app
}

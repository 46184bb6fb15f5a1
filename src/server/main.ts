import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { createApp } from './http.ts'

const appDir = process.env.MAILLAGE_APP ?? join(import.meta.dirname, '../app')
if (!existsSync(join(appDir, 'index.html'))) {
  console.error('The app is not built: run npm run build first.')
  process.exit(1)
}

const app = createApp({ appDir, log: (line) => console.log(line) })
const server = serve({ fetch: app.fetch, port: Number(process.env.PORT ?? 8787) }, ({ port }) => {
  console.log(`Maillage: http://localhost:${port}`)
})

server.on('error', (error) => {
  console.error(error.message)
  process.exit(1)
})

/** Finishes what is being answered, then goes; a connection that stays open does not hold it for longer than 5 s. */
function stop(): void {
  server.close(() => process.exit(0))
  if ('closeIdleConnections' in server) server.closeIdleConnections()
  setTimeout(() => process.exit(0), 5_000).unref()
}

process.once('SIGTERM', stop)
process.once('SIGINT', stop)

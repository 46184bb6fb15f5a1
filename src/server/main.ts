import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { readConfig } from './config.ts'
import { createApp } from './http.ts'
import { openHouse } from './open-house.ts'

const sayAndEnd = (error: unknown): never => {
  console.error((error as Error).message)
  process.exit(1)
}

let publicUrl = ''
const open = async () => {
  try {
    const config = readConfig(process.env)
    if (!existsSync(join(config.appDir, 'index.html')))
      throw new Error('L’application n’est pas construite : lancez d’abord npm run build.')
    return { config, opened: await openHouse(config, () => publicUrl) }
  } catch (error) {
    return sayAndEnd(error)
  }
}

const { config, opened } = await open()
const app = createApp({ appDir: config.appDir, log: (line) => console.log(line), ...opened.parts })
const server = serve({ fetch: app.fetch, port: config.port }, ({ port }) => {
  publicUrl = config.publicUrl ?? `http://localhost:${port}`
  console.log(`Maillage : http://localhost:${port}`)
  opened.tellSetUp().catch(sayAndEnd)
})
server.on('error', sayAndEnd)

/** Finishes what is being answered, then goes; a connection that stays open does not hold it for longer than 5 s. */
const stop = () => {
  const end = () => void opened.close().finally(() => process.exit(0))
  server.close(end)
  opened.parts.streams.closeAll()
  if ('closeIdleConnections' in server) server.closeIdleConnections()
  setTimeout(end, 5_000).unref()
}

process.once('SIGTERM', stop)
process.once('SIGINT', stop)

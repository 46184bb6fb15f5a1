import { mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import type { Catalog } from '../../src/domain/catalog.ts'
import { wholeCatalog as landed } from '../../src/domain/whole-catalog.ts'
import { createCampus } from '../../src/server/entry/set-up.ts'
import { openEventStreams } from '../../src/server/events.ts'
import { createApp } from '../../src/server/http.ts'
import { openKept } from './kept.ts'

export type RunningHouse = Awaited<ReturnType<typeof runHouse>>

/** The whole server in this process: real HTTP, a real database in a folder of its own, a clock that tests may move. */
export const runHouse = async ({ publicUrl = '', beat = 25_000, catalog = landed as Catalog } = {}) => {
  const folder = mkdtempSync(join(tmpdir(), 'maillage-'))
  const clock = { skew: 0 }
  const now = () => Date.now() + clock.skew
  const { database, ledger, pokes, written, close } = await openKept(now)
  const lines: string[] = []
  let url = ''
  const house = { ledger, catalog, pokes, now, publicUrl: () => publicUrl || url }
  const streams = openEventStreams(house, beat)
  const app = createApp({ appDir: folder, house, streams, log: (line) => lines.push(line) })
  const server = serve({ fetch: app.fetch, port: 0 })
  await new Promise((resolve) => server.once('listening', resolve))
  url = `http://localhost:${(server.address() as AddressInfo).port}`
  return {
    ...{ url, database, ledger, house, lines, clock, written },
    /** The token in a link to a space that is new. */
    setUp: async () => tokenIn((await createCampus({ ledger, publicUrl: url, now: now() })).link.link),
    close: async () => {
      streams.closeAll()
      if ('closeAllConnections' in server) server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export const tokenIn = (link: string): string => link.split('#')[1] ?? ''

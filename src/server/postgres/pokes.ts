import { randomUUID } from 'node:crypto'
import pg from 'pg'
import type { Ledger } from '../ledger.ts'
import { openPokes, type Pokes } from '../pokes.ts'

const CHANNEL = 'maillage_news'
/** After so many ms a line that broke is opened anew. */
const AGAIN = 1_000

type Told = { from: string; campus: string; seq: number; device: string }

/**
 * Pokes between the processes of one database, by LISTEN and NOTIFY. The line opens with the first phone that listens. What
 * was told while it was broken is made up for: each campus that listens hears where it stands.
 */
export const pokesThrough = (url: string, pool: pg.Pool, ledger: Ledger): Pokes & { close(): Promise<void> } => {
  const here = openPokes()
  const me = randomUUID()
  const heard = new Map<string, number>()
  let line: pg.Client | undefined
  let timer: NodeJS.Timeout | undefined
  let isClosed = false

  const catchUp = async () => {
    for (const campus of heard.keys()) {
      const seq = await ledger.read(campus, async (at) => (await at.campus())?.seq ?? 0)
      here.tell(campus, seq, '')
    }
  }
  const open = async (isAgain: boolean) => {
    const client = new pg.Client({ connectionString: url, application_name: 'maillage-news', keepAlive: true })
    line = client
    const breaks = () => {
      if (line !== client) return
      line = undefined
      client.end().catch(() => {})
      if (isClosed) return
      timer = setTimeout(() => {
        timer = undefined
        void open(true)
      }, AGAIN)
    }
    client.on('error', breaks)
    client.on('end', breaks)
    client.on('notification', ({ payload = '{}' }) => {
      const { from, campus, seq, device } = JSON.parse(payload) as Told
      if (from !== me) here.tell(campus, seq, device)
    })
    try {
      await client.connect()
      await client.query(`LISTEN ${CHANNEL}`)
      if (isAgain) await catchUp()
    } catch {
      breaks()
    }
  }

  return {
    tell: (campus, seq, device) => {
      here.tell(campus, seq, device)
      const told: Told = { from: me, campus, seq, device }
      // The change itself is kept: phones of the other processes hear of it when they ask.
      pool.query('SELECT pg_notify($1, $2)', [CHANNEL, JSON.stringify(told)]).catch(() => {})
    },
    listen: (listener) => {
      const { campus } = listener
      const deaf = here.listen(listener)
      heard.set(campus, (heard.get(campus) ?? 0) + 1)
      if (!line && !timer) void open(false)
      return () => {
        deaf()
        const left = (heard.get(campus) ?? 1) - 1
        if (left > 0) heard.set(campus, left)
        else heard.delete(campus)
      }
    },
    close: async () => {
      isClosed = true
      clearTimeout(timer)
      const client = line
      line = undefined
      await client?.end().catch(() => {})
    },
  }
}

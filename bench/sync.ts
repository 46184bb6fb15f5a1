import { copyFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { gzipSync } from 'node:zlib'
import { startServer } from '../tests/e2e/app-server.ts'
import { newDatabase, startCluster } from '../tests/postgres/cluster.ts'
import { startBareServer } from './bare-server.ts'
import { barePostgres, bareSqlite } from './bare-store.ts'
import { type Opened, openProfile } from './browser.ts'
import { type Contact, makeContacts } from './contact-rows.ts'
import { type Figure, ms, ratioOf } from './figure.ts'
import { bundlePages } from './serve-pages.ts'
import { spreadOf } from './spread.ts'
import { withFolder } from './temporary.ts'

const [rounds, changes] = [3, 20]
const rows = makeContacts(10_000, 1_000)
const person = rows.find(({ table }) => table === 'people')?.row ?? ''

/** What one round of one side took: ms, body bytes there and back, requests. */
type Trip = { took: number; up: number; down: number; requests: number }
type Round = { upload: Trip; download: Trip; change: Trip[] }

/** Body bytes as they went over the wire; the page's own files are not counted. */
const countBodies = ({ page, cdp }: Opened, isCounted: (path: string) => boolean) => {
  const seen = { up: 0, down: 0, requests: 0 }
  const asked = new Map<string, number>()
  cdp.on('Network.requestWillBeSent', ({ requestId, request }) => {
    if (!isCounted(new URL(request.url).pathname)) return
    seen.requests += 1
    asked.set(requestId, 0)
  })
  cdp.on('Network.dataReceived', ({ requestId, encodedDataLength }) => {
    if (asked.has(requestId)) seen.down += encodedDataLength
  })
  const start = async () => {
    await cdp.send('Network.enable')
    Object.assign(seen, { up: 0, down: 0, requests: 0 })
    await page.evaluate(() => {
      window.ourSent = []
    })
  }
  const read = async () => ({
    ...seen,
    up: await page.evaluate(() => (window.ourSent ?? []).reduce((sum, one) => sum + one, 0)),
  })
  return { start, read }
}

const inChunks = async (page: Opened['page'], fill: 'ourFill' | 'bareFill') => {
  for (let at = 0; at < rows.length; at += 2_000)
    await page.evaluate(([name, some]) => window[name](some), [fill, rows.slice(at, at + 2_000)] as [
      'ourFill',
      Contact[],
    ])
}

/** Of a new PostgreSQL database; undefined: SQLite. */
type Address = string | undefined

const ours = async (folder: string, appDir: string, database: Address): Promise<Round> => {
  const env: Record<string, string> = database ? { MAILLAGE_DATABASE_URL: database } : {}
  const server = await startServer({ appDir, dataDir: `${folder}/data`, env })
  const [a, b] = [await openProfile(`${folder}/a`), await openProfile(`${folder}/b`)]
  for (const { page } of [a, b]) await page.goto(`${server.url}/our-sync.html`)
  const secret = await server.said(/#(\S+)/)
  await a.page.evaluate((secret) => window.ourEnter(secret, true), secret)
  const code = await a.page.evaluate(() => window.ourInvite())
  await b.page.evaluate((code) => window.ourEnter(code, false), code)
  await inChunks(a.page, 'ourFill')

  const isSync = (path: string) => path.endsWith('/sync')
  const [onA, onB] = [countBodies(a, isSync), countBodies(b, isSync)]
  await onA.start()
  const upload = { took: await a.page.evaluate(() => window.ourRound()), ...(await onA.read()) }
  await onB.start()
  const download = { took: await b.page.evaluate(() => window.ourRound()), ...(await onB.read()) }
  const arrived = await b.page.evaluate(() => window.ourCount('people'))
  if (arrived !== 10_000) throw new Error(`${arrived} people arrived`)

  for (const { page } of [a, b]) await page.evaluate(() => window.ourFollow())
  await a.page.waitForTimeout(2_000)
  const change: Trip[] = []
  for (let n = 0; n < changes; n += 1) {
    const name = `Zoé Essai ${n}`
    await Promise.all([onA.start(), onB.start()])
    const seen = b.page.evaluate(([id, name]) => window.ourArrival(id, name), [person, name] as const)
    await b.page.waitForTimeout(100)
    const start = await a.page.evaluate(
      async ([id, name]) => {
        const start = Date.now()
        await window.ourChange(id, name)
        return start
      },
      [person, name] as const,
    )
    const took = (await seen) - start
    await b.page.waitForTimeout(200)
    const [there, here] = [await onA.read(), await onB.read()]
    const requests = there.requests + here.requests
    change.push({ took, up: there.up + here.up, down: there.down + here.down, requests })
  }
  await Promise.all([a.close(), b.close()])
  await server.kill()
  return { upload, download, change }
}

const bare = async (folder: string, pages: string, database: Address): Promise<Round> => {
  const store = database ? await barePostgres(database) : bareSqlite(`${folder}/bare.db`)
  const server = await startBareServer(store, pages)
  const [a, b] = [await openProfile(`${folder}/bare-a`), await openProfile(`${folder}/bare-b`)]
  for (const { page } of [a, b]) await page.goto(`${server.url}/bare-sync.html`)
  await inChunks(a.page, 'bareFill')
  const trip = (took: number): Trip => ({ took, up: 0, down: 0, requests: 1 })
  const upload = trip(await a.page.evaluate(() => window.bareUpload()))
  const download = trip(await b.page.evaluate(() => window.bareDownload()))
  await b.page.evaluate(() => window.bareListen())
  const change: Trip[] = []
  for (let n = 0; n < changes; n += 1) {
    const name = `Zoé Essai ${n}`
    const seen = b.page.evaluate((name) => window.bareArrival(name), name)
    await b.page.waitForTimeout(100)
    const start = await a.page.evaluate(
      async ([id, name]) => {
        const start = Date.now()
        await window.bareChange(id, name)
        return start
      },
      [person, name] as const,
    )
    change.push(trip((await seen) - start))
  }
  await Promise.all([a.close(), b.close()])
  await server.stop()
  return { upload, download, change }
}

/** The rows as both phones hold them, without what is local to each: what has to go over the wire. */
const packedRows = (): number => {
  const mark = { createdBy: person, updatedBy: person }
  const all = rows.map(({ row, fields }, n) => {
    const at = new Date(Date.UTC(2026, 0, 5) + n * 61_037).toISOString()
    return { id: row, ...fields, ...mark, createdAt: at, updatedAt: at }
  })
  return gzipSync(JSON.stringify(all), { level: 6 }).length
}

type Side = { mine: Round[]; theirs: Round[] }
const timed = (side: Side, what: string, pick: (round: Round) => Trip[], most: number, words: [string, string]) => {
  const took = (of: Round[]) => spreadOf(of.flatMap((round) => pick(round).map((trip) => trip.took)))
  const [a, b] = [took(side.mine), took(side.theirs)]
  const ratio = ratioOf(a, b)
  return {
    ...{ name: what, start: words[0], end: words[1] },
    baseline: 'bare IndexedDB and one gzip request, a server that commits the same rows and history on the same engine',
    ...{ ours: ms(a), theirs: ms(b), ratio, budget: `≤ ${most} ×`, kept: ratio <= most },
  }
}
const weighed = (name: string, bytes: number, requests: number, packed: number): Figure => ({
  name,
  start: 'the first request of the round',
  end: 'its last reply',
  baseline: 'gzip -6 of the same rows as JSON',
  ours: `${(bytes / 1_000).toFixed(0)} kB, ${requests} requests`,
  theirs: `${(packed / 1_000).toFixed(0)} kB`,
  ratio: bytes / packed,
  budget: '≤ 1.2 ×, ≤ 15 requests',
  kept: bytes / packed <= 1.2 && requests <= 15,
})

type Fresh = () => Promise<Address>
/** On one engine, each round in a database of its own. */
const measuredOn = async (engine: string, pages: string, fresh: Fresh): Promise<Figure[]> => {
  const side: Side = { mine: [], theirs: [] }
  for (let n = 0; n < rounds; n += 1) {
    const [mine, theirs] = [await fresh(), await fresh()]
    side.mine.push(await withFolder((one) => ours(one, pages, mine)))
    side.theirs.push(await withFolder((one) => bare(one, pages, theirs)))
  }
  const last = side.mine.at(-1) as Round
  const packed = packedRows()
  const one = spreadOf(side.mine.flatMap(({ change }) => change.map(({ up, down }) => up + down)))
  const requests = spreadOf(side.mine.flatMap(({ change }) => change.map((trip) => trip.requests)))
  return [
    timed(side, `First upload, 10,000 people, ${engine}`, ({ upload }) => [upload], 2.5, [
      'a round begins, all rows and their changes in IndexedDB',
      'the last acknowledgement is in IndexedDB',
    ]),
    weighed('… bytes up', last.upload.up, last.upload.requests, packed),
    timed(side, `First download, ${engine}`, ({ download }) => [download], 1.5, [
      'a round begins on an empty phone',
      'all rows can be queried',
    ]),
    weighed('… bytes down', last.download.down, last.download.requests, packed),
    timed(side, `One field, A → B, ${engine}`, ({ change }) => change, 2, [
      'the save of one field on A, both phones open',
      'a query on B answers with it',
    ]),
    {
      name: '… bodies, both phones, both ways',
      start: 'the save on A',
      end: 'B has it, A has heard that it is sent',
      ours: `${one.median} B / ${one.p95} B, ${requests.median} requests`,
      budget: '≤ 400 B, a round trip a phone',
      kept: one.median <= 400 && requests.median <= 2,
    },
  ]
}

export const measureSync = (): Promise<Figure[]> =>
  withFolder(async (folder) => {
    const pages = `${folder}/pages`
    await bundlePages(pages)
    copyFileSync(`${pages}/our-sync.html`, `${pages}/index.html`)
    // On disk, as SQLite's file is.
    const cluster = await startCluster(tmpdir())
    try {
      return [
        ...(await measuredOn('SQLite', pages, async () => undefined)),
        ...(await measuredOn('PostgreSQL', pages, () => newDatabase(cluster.folder))),
      ]
    } finally {
      cluster.stop()
    }
  })

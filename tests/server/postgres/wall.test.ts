import pg from 'pg'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { openPostgresLedger } from '../../../src/server/postgres/ledger.ts'
import { ask, type Cluster, newDatabase, startCluster } from '../../postgres/cluster.ts'

let cluster: Cluster
beforeAll(async () => {
  cluster = await startCluster()
}, 120_000)
afterAll(() => cluster?.stop())

/** Two campuses with a device each. */
const twoCampuses = async () => {
  const url = await newDatabase(cluster.folder)
  const one = await openPostgresLedger(url)
  onTestFinished(() => one.ledger.close())
  for (const campus of ['c1', 'c2']) {
    await one.ledger.addCampus({ id: campus })
    await one.ledger.write(campus, (at) => at.addDevice({ id: `of-${campus}`, member: 'm', name: 'Téléphone' }))
  }
  return { url, ...one }
}

test('a query that forgot its campus sees nothing of another: with none named it sees no line at all', async () => {
  const { url } = await twoCampuses()
  const client = new pg.Client(url)
  await client.connect()
  onTestFinished(() => client.end())
  const seen = async (campus?: string) => {
    await client.query('BEGIN')
    if (campus) await client.query("SELECT set_config('maillage.campus', $1, true)", [campus])
    const { rows } = await client.query('SELECT id FROM devices UNION ALL SELECT id FROM campuses ORDER BY id')
    await client.query('COMMIT')
    return rows.map(({ id }) => id)
  }
  expect(await seen('c1')).toEqual(['c1', 'of-c1'])
  expect(await seen('c2')).toEqual(['c2', 'of-c2'])
  expect(await seen()).toEqual([])
  // Nor is a line written that belongs to another.
  await client.query('BEGIN')
  await client.query("SELECT set_config('maillage.campus', 'c1', true)")
  await expect(
    client.query("INSERT INTO devices (campus, id, member, name, created, seen) VALUES ('c2', 'x', 'm', 'x', 0, 0)"),
  ).rejects.toThrow('row-level security')
})

test('each table of a campus stands behind the wall, those of later steps too', async () => {
  const { url } = await twoCampuses()
  const open = await ask(
    url,
    `SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
     AND NOT (relrowsecurity AND relforcerowsecurity)`,
  )
  expect(open).toEqual([{ relname: 'server' }])
})

test('phones of one process hear what another took, and what was told while the line was broken', async () => {
  const { url, pokes, ledger } = await twoCampuses()
  const other = await openPostgresLedger(url)
  onTestFinished(() => other.ledger.close())
  const heard: number[] = []
  const deaf: number[] = []
  other.pokes.listen({ campus: 'c1', device: 'd', hear: (seq) => heard.push(seq) })
  other.pokes.listen({ campus: 'c1', device: 'of-c1', hear: (seq) => deaf.push(seq) })
  other.pokes.listen({ campus: 'c2', device: 'd', hear: (seq) => deaf.push(seq) })
  const listening = `SELECT pid FROM pg_stat_activity WHERE application_name = 'maillage-news'`
  await expect.poll(async () => (await ask(url, listening)).length).toBe(1)
  await expect
    .poll(() => {
      pokes.tell('c1', 7, 'of-c1')
      return heard
    })
    .toContain(7)
  expect(deaf).toEqual([])

  await ask(url, `SELECT pg_terminate_backend(pid) FROM (${listening}) AS one`)
  await ledger.write('c1', (at) => at.raise(12))
  await expect.poll(() => heard, { timeout: 10_000 }).toContain(12)
})

test('a connection that breaks in the middle of a transaction fails it, and the next one goes on', async () => {
  const { url, ledger } = await twoCampuses()
  const cut = ledger.write('c1', async (at) => {
    await at.raise(5)
    await ask(url, `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'maillage'`)
    await at.raise(5)
  })
  await expect(cut).rejects.toThrow()
  expect(await ledger.write('c1', (at) => at.raise(1))).toBe(1)
})

test('who writes in one campus does not wait for another, and a reader for nobody', async () => {
  const { ledger } = await twoCampuses()
  let go = () => {}
  const gate = new Promise<void>((resolve) => {
    go = resolve
  })
  const slow = ledger.write('c1', async (at) => {
    await at.raise(1)
    await gate
  })
  expect(await ledger.write('c2', (at) => at.raise(1))).toBe(1)
  expect(await ledger.read('c1', async (at) => (await at.campus())?.seq)).toBe(0)
  go()
  await slow
})

test('a row is found by its key behind the wall, also in a space that filled up a moment ago', async () => {
  const { ledger, database } = await twoCampuses()
  const rows = Array.from({ length: 5_000 }, (_, n) => ({
    ...{ table: 'people', row: `p${n}`, seq: n + 1, sole: null, state: 'x'.repeat(500), digest: n },
  }))
  await ledger.write('c1', (at) => at.putRows(rows))
  const plan = await database.read('c1', (db) =>
    db.all(`EXPLAIN ${db.named('tbl, id, state', 'rows')}`, JSON.stringify([{ tbl: 'people', id: 'p7' }]), 'c1'),
  )
  expect(plan.map((line) => line['QUERY PLAN']).join('\n')).toMatch(/Index Cond: .*campus.*tbl.*id/)
})

test('what is asked first while a space is small goes by an index: a connection keeps to the way it began with', async () => {
  const { url, ledger, database } = await twoCampuses()
  const row = { table: 'people', row: 'p1', seq: 1, sole: null, state: '{}', digest: 1 }
  await ledger.write('c1', (at) => at.putRows([row]))
  await ask(url, 'ANALYZE')
  const questions: [string, ...(string | number)[]][] = [
    ['SELECT id FROM rows WHERE campus = ? AND seq > ? ORDER BY seq LIMIT 9', 'c1', 0],
    ['SELECT id FROM changes WHERE campus = ? AND device = ? AND n BETWEEN ? AND ?', 'c1', 'of-c1', 1, 9],
    ['SELECT id FROM changes WHERE campus = ? AND tbl = ? AND row = ? ORDER BY seq', 'c1', 'people', 'p7'],
  ]
  const plans = await database.read('c1', async (db) => {
    const lines = []
    for (const [sql, ...values] of questions) lines.push(...(await db.all(`EXPLAIN ${sql}`, ...values)))
    return lines.map((line) => line['QUERY PLAN']).join('\n')
  })
  expect(plans.match(/Index (Only )?Scan/g)).toHaveLength(questions.length)
  expect(plans).not.toMatch(/Seq Scan|Bitmap/)
})

import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { schemaSteps } from '../../src/store/schema-steps.ts'
import { type RunningServer, startServer } from '../e2e/app-server.ts'
import { add, open } from '../e2e/hands.ts'
import { type Phone, takePhone } from '../e2e/phone.ts'
import { storedIn } from '../e2e/stored.ts'

const first = 'Amel Bensaïd'
/** And so many people more. */
const many = 2_000
/** The browser's number of a step: Dexie's by ten. */
const browsers = (version: number) => version * 10
const newest = browsers(schemaSteps.length)

let server: RunningServer
let phone: Phone
beforeAll(async () => {
  server = await startServer()
  phone = await takePhone(server.url)
  await add(phone, first)
  await phone.page.goto(server.url + beside)
})
afterAll(async () => {
  await phone?.discard()
  await server.kill()
})

/** A page of the app's origin that runs nothing of the app. */
const beside = '/api/health'
/** As an open database tells it: what the browser lists without opening may be what it never came to. */
const versionOn = ({ page }: Phone) =>
  page.evaluate(async () => {
    const [{ name = '' } = {}] = (await indexedDB.databases()).filter((one) => one.name !== 'maillage')
    const opening = indexedDB.open(name)
    await new Promise((done, failed) => {
      opening.onsuccess = done
      opening.onerror = failed
    })
    const { version } = opening.result
    opening.result.close()
    return version
  })

/** The phone's database as the first version of the app would have left it, with so many people more. */
const leftByTheFirst = (page: Page) =>
  page.evaluate(
    async ({ tables, version, many }) => {
      const answer = <T>(request: IDBRequest<T>) =>
        new Promise<T>((done, failed) => {
          request.onsuccess = () => done(request.result)
          request.onerror = () => failed(request.error)
        })
      const [{ name = '' } = {}] = (await indexedDB.databases()).filter((one) => one.name !== 'maillage')
      const db = await answer(indexedDB.open(name))
      const reading = db.transaction(Object.keys(tables))
      const kept = await Promise.all(
        Object.keys(tables).map(async (table) => [table, await answer(reading.objectStore(table).getAll())] as const),
      )
      db.close()
      await answer(indexedDB.deleteDatabase(name))
      const asked = indexedDB.open(name, version)
      asked.onupgradeneeded = () => {
        for (const [table, [keyPath, ...indexes]] of Object.entries(tables)) {
          const store = asked.result.createObjectStore(table, { keyPath })
          for (const index of indexes)
            store.createIndex(index.replace('*', ''), index.replace('*', ''), { multiEntry: index.startsWith('*') })
        }
      }
      const old = await answer(asked)
      const writing = old.transaction(Object.keys(tables), 'readwrite')
      for (const [table, rows] of kept) for (const row of rows) writing.objectStore(table).put(row)
      const [first] = kept.find(([table]) => table === 'people')?.[1] ?? []
      for (let n = 0; n < many; n += 1) {
        const number = String(n).padStart(5, '0')
        writing.objectStore('people').put({ ...first, id: `p${number}`, name: `Zoé ${number}`, sort: `zoe ${number}` })
      }
      await new Promise((done) => {
        writing.oncomplete = done
      })
      old.close()
    },
    {
      many,
      version: browsers(1),
      tables: Object.fromEntries(
        Object.entries(schemaSteps[0]?.tables ?? {}).map(([table, schema]) => [table, schema.split(',')]),
      ) as Record<string, [string, ...string[]]>,
    },
  )

/** The page stops at the index of this number that it makes, for good. */
const stoppingAt = (index: number) => `{
  const { createIndex } = IDBObjectStore.prototype
  let made = 0
  IDBObjectStore.prototype.createIndex = function (...asked) {
    const done = createIndex.apply(this, asked)
    made += 1
    if (made === ${index}) {
      console.log('raising')
      for (;;);
    }
    return done
  }
}`

test.for([1, 8, 16])('killed while the schema of the phone is raised, at index %i of those it adds', async (index) => {
  await leftByTheFirst(phone.page)
  await phone.context.addInitScript(stoppingAt(index))
  const isRaising = phone.page.waitForEvent('console', (said) => said.text() === 'raising')
  phone.page.goto(server.url).catch(() => {})
  await isRaising
  await phone.kill()
  phone = await phone.relaunch(beside)
  expect(await versionOn(phone)).toBe(browsers(1))

  await phone.page.goto(server.url)
  await open(phone, first)
  await add(phone, `Après ${index}`)
  expect(await versionOn(phone)).toBe(newest)
  const { people = [] } = await storedIn(phone.page)
  expect(people.filter(({ name }) => String(name).startsWith('Zoé'))).toHaveLength(many)
  await phone.page.goto(server.url + beside)
})

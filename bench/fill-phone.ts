import type { Page } from 'playwright'
import type { Rows } from './rows.ts'

const atOnce = 5_000

/** Writes rows into the app's database as its own writes would have left them; the page must be the app's. */
const put = (page: Page, table: string, rows: readonly unknown[]) =>
  page.evaluate(
    async ({ table, rows }) => {
      const known = await indexedDB.databases()
      const name = known.find((one) => one.name?.startsWith('maillage-'))?.name
      if (!name) throw new Error('The app has no database here')
      const db = await new Promise<IDBDatabase>((done, fail) => {
        const opening = indexedDB.open(name)
        opening.onsuccess = () => done(opening.result)
        opening.onerror = () => fail(opening.error)
      })
      await new Promise<void>((done, fail) => {
        const transaction = db.transaction(table, 'readwrite')
        for (const row of rows) transaction.objectStore(table).put(row)
        transaction.oncomplete = () => done()
        transaction.onabort = () => fail(transaction.error)
      })
      db.close()
    },
    { table, rows },
  )

/** A value of the app's table `meta`. */
const meta = (page: Page, key: string) =>
  page.evaluate(async (key) => {
    const known = await indexedDB.databases()
    const name = known.find((one) => one.name?.startsWith('maillage-'))?.name ?? ''
    const opening = indexedDB.open(name)
    await new Promise((done) => (opening.onsuccess = done))
    const asked = opening.result.transaction('meta').objectStore('meta').get(key)
    await new Promise((done) => (asked.onsuccess = done))
    opening.result.close()
    const { tables: _, ...found } = (asked.result ?? {}) as Record<string, unknown>
    return found
  }, key)

/** The app at this address, ready for offline, with these rows, its search snapshot written by itself. */
export const fillPhone = async (page: Page, url: string, { tables, rev }: Rows): Promise<void> => {
  await page.goto(`${url}/contacts/people`)
  await page.getByRole('button', { name: 'Ajouter' }).waitFor()
  await page.evaluate(async () => {
    const workers = navigator.serviceWorker
    await workers.ready
    if (!workers.controller)
      await new Promise((done) => workers.addEventListener('controllerchange', done, { once: true }))
  })
  for (const [table, rows] of Object.entries(tables))
    for (let at = 0; at < rows.length; at += atOnce) await put(page, table, rows.slice(at, at + atOnce))
  await put(page, 'meta', [{ ...(await meta(page, 'mark')), rev }])
  await page.reload()
  const deadline = Date.now() + 120_000
  while ((await meta(page, 'search')).rev !== rev) {
    if (Date.now() > deadline) throw new Error('The app kept no search snapshot')
    await page.waitForTimeout(500)
  }
}

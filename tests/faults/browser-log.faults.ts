import { mkdtempSync, readdirSync, statSync, truncateSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { startServer } from '../e2e/app-server.ts'
import { add } from '../e2e/hands.ts'
import { installedOffline, takePhone } from '../e2e/phone.ts'
import { brokenPromises, storedIn } from '../e2e/stored.ts'

/** Where the browser keeps all databases of the app. */
const storeIn = (profile: string): string => {
  const folder = join(profile, 'Default/IndexedDB')
  const name = readdirSync(folder).find((one) => one.endsWith('.leveldb'))
  if (!name) throw new Error(`This browser keeps no LevelDB in ${folder}`)
  return join(folder, name)
}
const logsIn = (store: string) => readdirSync(store).filter((name) => name.endsWith('.log'))

test('a browser killed in the middle of a write to its own log loses nothing two starts later', async () => {
  const profile = mkdtempSync(join(tmpdir(), 'maillage-phone-'))
  const server = await startServer()
  let phone = await takePhone(server.url, { profile })
  try {
    await installedOffline(phone)
    await server.kill()
    await add(phone, 'Amel Bensaïd')
    await phone.kill()
    const store = storeIn(profile)
    const [log = '', ...others] = logsIn(store)
    expect(others).toEqual([])
    // The last record of the log is cut as a write is that the kill came into.
    truncateSync(join(store, log), statSync(join(store, log)).size - 10)

    phone = await phone.relaunch()
    await expect.poll(() => logsIn(store)).not.toContain(log)
    await add(phone, 'Zoé Lévêque')
    await phone.kill()
    phone = await phone.relaunch()
    const stored = await storedIn(phone.page)
    expect(stored.people?.map(({ name }) => name)).toEqual(['Amel Bensaïd', 'Zoé Lévêque'])
    expect(brokenPromises(stored)).toEqual([])
  } finally {
    await phone.discard()
    await server.kill()
  }
})

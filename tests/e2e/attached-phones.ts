import { afterEach, beforeEach } from 'vitest'
import { add, home } from './hands.ts'
import type { Phone } from './phone.ts'
import { storedIn } from './stored.ts'
import { allSent, type House, startTeam } from './team.ts'

/** The contact both phones have. */
export const who = 'Amel Bensaïd'
export let house: House
export let a: Phone
export let b: Phone

/** Before each test of a file: a server, the phone of its director and that of a colleague, who have one contact. */
export const withTwoPhones = (): void => {
  beforeEach(async () => {
    ;({ house, a, b } = await startTeam())
    await add(a, who)
    await home(a)
    await allSent(a)
  })
  afterEach(async () => {
    await Promise.all([a, b].map((phone) => phone?.discard()))
    await house.discard()
  })
}
/** The director's phone, opened again. */
export const relaunchA = async (): Promise<void> => {
  a = await a.relaunch()
}

export const kept = ({ page }: Phone) => page.getByText('Enregistré sur ce téléphone', { exact: true }).waitFor()
export const tiles = ({ page }: Phone) => page.getByRole('main').getByRole('button', { name: /^Voir / })
/** The bytes of every attachment on this phone, as latin1 text. */
export const bytesOn = ({ page }: Phone): Promise<string[]> =>
  storedIn(page).then(({ blobs = [] }) =>
    page.evaluate(
      async (shas) => {
        const answer = <T>(request: IDBRequest<T>) =>
          new Promise<T>((done) => (request.onsuccess = () => done(request.result)))
        for (const { name = '' } of await indexedDB.databases()) {
          const db = await answer(indexedDB.open(name))
          const store = db.objectStoreNames.contains('blobs') && db.transaction('blobs').objectStore('blobs')
          const all = store ? await answer(store.getAll()) : []
          db.close()
          if (all.length === shas.length && all.length > 0)
            return all.map(({ bytes }) => new TextDecoder('latin1').decode(bytes))
        }
        return []
      },
      blobs.map(({ sha }) => String(sha)),
    ),
  )

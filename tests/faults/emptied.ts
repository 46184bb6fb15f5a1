import { expect, type TestContext } from 'vitest'
import type { Phone } from '../e2e/phone.ts'

declare module 'vitest' {
  interface TaskMeta {
    /** From the end of the fault until nothing waited on the phone any more. */
    seconds?: number
  }
}

/** How many changes and files of this phone the server does not have, read beside the app: nothing is touched. */
export const waitingOn = ({ page }: Phone): Promise<number> =>
  page.evaluate(async () => {
    const answer = <T>(request: IDBRequest<T>) =>
      new Promise<T>((done, failed) => {
        request.onsuccess = () => done(request.result)
        request.onerror = () => failed(request.error)
      })
    const map = await answer(indexedDB.open('maillage'))
    const known = await answer(map.transaction('spaces').objectStore('spaces').get('known'))
    map.close()
    const db = await answer(indexedDB.open(known[known.current].name))
    const reading = db.transaction(['meta', 'outbox', 'offers'])
    const { acked = 0 } = (await answer(reading.objectStore('meta').get('sync'))) ?? {}
    const changes = await answer(reading.objectStore('outbox').count(IDBKeyRange.lowerBound(acked, true)))
    const files = await answer(reading.objectStore('offers').count())
    db.close()
    return changes + files
  })

/** What the project promises of every fault: a minute after its end nothing waits, and nobody touched the phone. */
export const emptied = async ({ task }: TestContext, phone: Phone): Promise<void> => {
  const from = performance.now()
  await expect.poll(() => waitingOn(phone), { timeout: 60_000, interval: 250 }).toBe(0)
  task.meta.seconds = (performance.now() - from) / 1_000
}

import { openBreath } from './breath.ts'
import type { SqliteConnection } from './connection.ts'

/** So long at most, in ms, those who write after each other share a transaction. */
const TOGETHER = 100
/** Another process asks each 100 ms, for 5 s: it comes in between where the writers of this one rest, after so many ms. */
const [WORK, REST] = [2_000, 120]

type Writer = { act: () => Promise<unknown>; kept: (result: unknown) => void; failed: (error: unknown) => void }

/**
 * Writers of one connection, one after the other. Those who wait share the transaction of the one before them, for making
 * it safe takes as long for one as for many: each hears of it once all are safe, and one that fails is undone alone.
 */
export const writersOn = (db: SqliteConnection) => {
  const waiting: Writer[] = []
  // Those who read are short, and go first.
  const breath = openBreath(2)
  let running: Promise<void> | undefined
  let [begun, ended] = [0, Number.NEGATIVE_INFINITY]

  const one = async ({ act, failed }: Writer, isFirst: boolean): Promise<{ result: unknown } | undefined> => {
    try {
      if (!isFirst) db.exec('SAVEPOINT writer')
      const result = await act()
      if (!isFirst) db.exec('RELEASE writer')
      return { result }
    } catch (error) {
      failed(error)
      // Nothing is before the first; and an error such as a full disk has undone all by itself.
      if (isFirst || !db.inTransaction()) throw error
      db.exec('ROLLBACK TO writer; RELEASE writer')
      return undefined
    }
  }
  const undo = () => {
    try {
      if (db.inTransaction()) db.exec('ROLLBACK')
    } catch {
      // The next one finds the transaction still open, and fails as well: nobody is left waiting.
    }
  }
  const together = async (first: Writer) => {
    const until = performance.now() + TOGETHER
    const done: (() => void)[] = []
    const undone: Writer['failed'][] = []
    try {
      db.exec('BEGIN IMMEDIATE')
    } catch (error) {
      first.failed(error)
      return
    }
    try {
      for (let writer: Writer | undefined = first; writer; ) {
        const { kept, failed } = writer
        const ended = await one(writer, writer === first)
        if (ended) {
          done.push(() => kept(ended.result))
          undone.push(failed)
        }
        await breath.take()
        writer = performance.now() < until ? waiting.shift() : undefined
      }
      db.exec('COMMIT')
    } catch (error) {
      for (const failed of undone) failed(error)
      undo()
      return
    }
    for (const tell of done) tell()
  }
  const run = async () => {
    breath.rested()
    if (performance.now() - ended > REST) begun = performance.now()
    for (let first = waiting.shift(); first; first = waiting.shift()) {
      await together(first)
      await breath.take()
      if (performance.now() - begun < WORK) continue
      await new Promise((go) => setTimeout(go, REST))
      begun = performance.now()
    }
    ended = performance.now()
    running = undefined
  }
  return {
    write: <T>(act: () => Promise<T>): Promise<T> =>
      new Promise<T>((kept, failed) => {
        waiting.push({ act, kept: kept as Writer['kept'], failed })
        running ??= run()
      }),
    /** Once nobody writes any more; at once then, or who begins meanwhile would have it closed under their hands. */
    close: async (): Promise<void> => {
      while (running) await running
      db.close()
    },
  }
}

import { openBreath } from './breath.ts'
import type { SqliteConnection } from './connection.ts'

/** So long at most, in ms, those who write after each other share a transaction. */
const TOGETHER = 100

type Writer = { act: () => Promise<unknown>; kept: (result: unknown) => void; failed: (error: unknown) => void }

/**
 * Writers of one connection, one after the other. Those who wait share the transaction of the one before them, for making
 * it safe takes as long for one as for many: each hears of it once all are safe, and one that fails is undone alone.
 */
export const writersOn = (db: SqliteConnection) => {
  const waiting: Writer[] = []
  const breath = openBreath()
  let running: Promise<void> | undefined

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
      if (db.inTransaction()) db.exec('ROLLBACK')
      return
    }
    for (const tell of done) tell()
  }
  const run = async () => {
    breath.rested()
    for (let first = waiting.shift(); first; first = waiting.shift()) await together(first)
    running = undefined
  }
  return {
    write: <T>(act: () => Promise<T>): Promise<T> =>
      new Promise<T>((kept, failed) => {
        waiting.push({ act, kept: kept as Writer['kept'], failed })
        running ??= run()
      }),
    /** Once nobody writes any more. */
    ended: async (): Promise<void> => running,
  }
}

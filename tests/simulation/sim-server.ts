import type { Catalog } from '../../src/domain/catalog.ts'
import { wholeCatalog as landed } from '../../src/domain/whole-catalog.ts'
import { messageType, protocolNumber } from '../../src/protocol/sync-message.ts'
import { Failure } from '../../src/server/failure.ts'
import type { Ledger, Writing } from '../../src/server/ledger.ts'
import { digestOf } from '../../src/server/session.ts'
import { type Connection, type Database, every, type Line, type Value } from '../../src/server/sql/database.ts'
import { sync } from '../../src/server/sync.ts'
import { syncAsk } from '../../src/server/sync-ask.ts'
import type { Heard } from '../../src/sync/believe.ts'

/** The tables of a campus, those others point to first. */
const tables = {
  ...{
    campuses: 'id',
    devices: 'campus',
    rows: 'campus',
    texts: 'campus',
    changes: 'campus',
    sessions: 'campus',
  },
} as const

class PowerCut extends Error {}
/** Where the power may be cut while something is taken. */
export const cuts = ['before rows', 'before history', 'before watermark', 'before commit', 'after commit'] as const
export type Cut = (typeof cuts)[number]
export type Fell = Cut | 'too large' | 'text folded'

const answered = (body: object, status = 200): Heard => ({
  status,
  type: messageType,
  retryAfter: null,
  text: JSON.stringify(body),
})

const valuesOf = (line: Line): Value[] => Object.values(line) as Value[]

type Rule = { now: () => number; fell: (how: Fell) => void; catalog?: Catalog; fold?: number }

/** When a change was taken first, ms since 1970, and after how many restores. */
export type Taken = { at: number; age: number }

const epochIn = async (db: Connection) => String((await db.one("SELECT value FROM server WHERE key = 'epoch'"))?.value)

/** The real rule over the real ledger of a database; where the power is cut is the schedule's. */
export const simServer = async (
  { database, ledger }: { database: Database; ledger: Ledger },
  campuses: readonly string[],
  { now, fell, catalog = landed, fold }: Rule,
) => {
  const read = <T>(act: (db: Connection) => Promise<T>) => database.read(every, act)
  const write = <T>(act: (db: Connection) => Promise<T>) => database.write(every, act)
  let cut: Cut | undefined
  let most = Number.POSITIVE_INFINITY
  let taken = new Map<string, Taken>()
  const digests = new Map<string, string>()
  const digestFor = (device: string) => {
    const digest = digests.get(device) ?? digestOf(device)
    digests.set(device, digest)
    return digest
  }
  /** Which devices have a session, as the database has it. */
  let inside = new Set<string>()
  const epochs = [await read(epochIn)]
  const falls = async (where: Cut) => {
    if (cut !== where) return
    cut = undefined
    fell(where)
    throw new PowerCut()
  }
  const cutting: Ledger = {
    ...ledger,
    write: async (campus, act) => {
      const result = await ledger.write(campus, async (at) => {
        const falling: Writing = {
          ...at,
          putRows: (...given) => falls('before rows').then(() => at.putRows(...given)),
          putChanges: (...given) => falls('before history').then(() => at.putChanges(...given)),
          setAcked: (...given) => falls('before watermark').then(() => at.setAcked(...given)),
          putTexts: (texts) => {
            if (texts.some(({ folded, updates }) => folded > 0 && updates === 0)) fell('text folded')
            return at.putTexts(texts)
          },
        }
        const result = await act(falling)
        await falls('before commit')
        return result
      })
      await falls('after commit')
      return result
    },
  }
  /** Its session is renewed by the schedule's clock. */
  const keepIn = (campus: string, device: string) =>
    write((db) => db.run('UPDATE sessions SET seen = ? WHERE campus = ? AND device = ?', now(), campus, device))
  /** What was taken, or refused, for the first time. */
  const noted = async (campus: string, device: string, changes: readonly { n: number }[]) => {
    if (changes.every(({ n }) => taken.has(`${device} ${n}`))) return
    const acked = await ledger.read(campus, async (at) => (await at.device(device))?.acked ?? 0)
    for (const { n } of changes)
      if (n <= acked && !taken.has(`${device} ${n}`)) taken.set(`${device} ${n}`, { at: now(), age: epochs.length - 1 })
  }
  const where = (table: keyof typeof tables) => `${tables[table]} IN (${campuses.map(() => '?').join()})`
  const all = (sql: string, ...values: Value[]) => read((db) => db.all(sql, ...values))
  return {
    all,
    /** Lets a device of this member in; also one that was in before. */
    enter: (campus: string, device: string, member: string) =>
      ledger
        .write(campus, async (at) => {
          if (!(await at.device(device))) await at.addDevice({ id: device, member, name: device })
          await at.putSession(device, digestFor(device))
        })
        .then(() => void inside.add(`${campus} ${device}`)),
    isIn: (campus: string, device: string) => inside.has(`${campus} ${device}`),
    signOut: async (campus: string, device: string) => {
      await write((db) => db.run('DELETE FROM sessions WHERE campus = ? AND device = ?', campus, device))
      inside.delete(`${campus} ${device}`)
    },
    /** The next request that takes something ends so. */
    cutAt: (when: Cut) => {
      cut = when
    },
    spare: () => {
      cut = undefined
    },
    /** Requests of more characters than this are too large from now on. */
    limit: (characters: number) => {
      most = characters
    },
    /** When the server took this change. */
    takenOf: (device: string, n: number): Taken => taken.get(`${device} ${n}`) ?? { at: now(), age: epochs.length - 1 },
    /** After how many restores this epoch began. */
    ageOf: (epoch: string | undefined) => Math.max(0, epochs.indexOf(epoch ?? '')),
    changesTaken: async () =>
      Number((await all(`SELECT count(*) AS n FROM changes WHERE ${where('changes')}`, ...campuses))[0]?.n),
    /** What is answered to a request of this device; undefined when the power was cut. `told`: others have to hear. */
    async handle(campus: string, device: string, text: string): Promise<{ heard?: Heard; told: boolean }> {
      const ask = syncAsk.safeParse(JSON.parse(text))
      if (!ask.success) return { heard: answered({ p: protocolNumber, error: 'invalid' }, 400), told: false }
      if (text.length > most) {
        fell('too large')
        const { rid } = ask.data
        return { heard: answered({ p: protocolNumber, error: 'too-large', maxBytes: most, rid }, 413), told: false }
      }
      try {
        const parts = {
          ledger: ask.data.changes.length > 0 ? cutting : ledger,
          catalog,
          now,
          ...(fold !== undefined && { fold }),
        }
        const { reply, told, isOld } = await sync(parts, campus, { device, digest: digestFor(device) }, ask.data)
        if (isOld) await keepIn(campus, device)
        return { heard: answered(reply), told: told > 0 }
      } catch (error) {
        if (error instanceof Failure) return { heard: answered(error.body, error.status), told: false }
        if (error instanceof PowerCut) return { told: false }
        throw error
      } finally {
        await noted(campus, device, ask.data.changes)
      }
    },
    /** A copy of all it holds; gives how to put it back, as an administrator would. */
    async backup(): Promise<() => Promise<void>> {
      const names = Object.keys(tables) as (keyof typeof tables)[]
      const copies = await read((db) =>
        Promise.all(names.map((table) => db.all(`SELECT * FROM ${table} WHERE ${where(table)}`, ...campuses))),
      )
      const [takenThen, insideThen] = [new Map(taken), new Set(inside)]
      return async () => {
        await write(async (db) => {
          for (const table of names.toReversed())
            await db.run(`DELETE FROM ${table} WHERE ${where(table)}`, ...campuses)
          for (const [at, table] of names.entries())
            if (copies[at]?.[0]) await db.insert(`${table} (${Object.keys(copies[at][0])})`, copies[at].map(valuesOf))
        })
        taken = new Map(takenThen)
        inside = new Set(insideThen)
        await ledger.renewEpoch()
        epochs.push(await read(epochIn))
      }
    },
  }
}
export type SimServer = Awaited<ReturnType<typeof simServer>>

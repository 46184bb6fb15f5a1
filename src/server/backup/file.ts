import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import type { Value } from '../sql/database.ts'
import type { Some } from './lines.ts'
import { tables } from './tables.ts'

const FORMAT = 1
/** What the file says of itself. `schema`: see sqlite/steps.ts; `at`: when it was made, ISO; `tables`: their columns. */
export type Header = { maillage: 'backup'; format: number; schema: number; at: string; tables: [string, string[]][] }
type End = { end: true; counts: Record<string, number>; sha256: string }

/** A file that is no whole backup, or one of a newer version. */
export class BackupError extends Error {}
const broken = () => new BackupError('Ce fichier n’est pas une sauvegarde entière de Maillage : rien n’a été changé.')

const packed = (value: Value) => (value instanceof Uint8Array ? { b: Buffer.from(value).toString('base64') } : value)
const unpacked = (value: { b: string } | Exclude<Value, Uint8Array>): Value =>
  typeof value === 'object' && value !== null ? Buffer.from(value.b, 'base64') : value

/** A line for what the file is, one for each line of a table, one that says how many there were. */
async function* written(schema: number, all: AsyncIterable<Some>): AsyncGenerator<string> {
  const sum = createHash('sha256')
  const counts: Record<string, number> = {}
  const told = (text: string) => {
    sum.update(text)
    return text
  }
  const header: Header = {
    ...{ maillage: 'backup', format: FORMAT, schema, at: new Date().toISOString() },
    tables: tables.map(({ name, columns }) => [name, [...columns]]),
  }
  yield told(`${JSON.stringify(header)}\n`)
  for await (const { table, lines } of all) {
    counts[table.name] = (counts[table.name] ?? 0) + lines.length
    if (lines.length > 0)
      yield told(lines.map((line) => `${JSON.stringify([table.name, ...line.map(packed)])}\n`).join(''))
  }
  const end: End = { end: true, counts, sha256: sum.digest('hex') }
  yield `${JSON.stringify(end)}\n`
}

/** Readable by its owner alone; under its name only once it is whole and on the disk. */
export const writeBackup = async (file: string, schema: number, all: AsyncIterable<Some>): Promise<void> => {
  const part = `${file}.part`
  try {
    await pipeline(Readable.from(written(schema, all)), createGzip(), createWriteStream(part, { mode: 0o600 }))
    const handle = await open(part, 'r')
    await handle.sync().finally(() => handle.close())
    await rename(part, file)
    const folder = await open(dirname(file), 'r')
    await folder.sync().finally(() => folder.close())
  } catch (error) {
    await rm(part, { force: true })
    throw error
  }
}

/** The lines of text in a gzipped file. */
async function* textLines(file: string): AsyncGenerator<string> {
  const source = createReadStream(file)
  const text = createGunzip()
  source.on('error', (error) => text.destroy(error))
  let rest: Buffer[] = []
  for await (const chunk of source.pipe(text) as AsyncIterable<Buffer>) {
    let from = 0
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, from)) {
      yield Buffer.concat([...rest, chunk.subarray(from, at)]).toString('utf8')
      rest = []
      from = at + 1
    }
    rest.push(chunk.subarray(from))
  }
  // What a cut left of a line is none.
  if (rest.some(({ length }) => length > 0)) throw broken()
}

/** So many lines are handed on at once. */
const AT_ONCE = 50

/** The lines of a backup, a few at a time. */
async function* someIn(file: string, header: Header): AsyncGenerator<Some> {
  const byName = new Map(header.tables.map(([name, columns]) => [name, { name, columns }]))
  let some: Some | undefined
  for await (const text of textLines(file)) {
    const line = JSON.parse(text) as unknown
    if (!Array.isArray(line)) continue
    const [name, ...values] = line
    const table = byName.get(name)
    if (!table) throw broken()
    if (some && (some.table !== table || some.lines.length >= AT_ONCE)) {
      yield some
      some = undefined
    }
    some ??= { table, lines: [] }
    some.lines.push(values.map(unpacked))
  }
  if (some) yield some
}

const isPlain = (name: string) => /^[a-z_]+$/.test(name)

/** Reads it once from end to end: it is whole, as it was written, and of no newer version than `newest`. */
const headerOf = async (file: string, newest: number): Promise<Header> => {
  const [sum, counts] = [createHash('sha256'), {} as Record<string, number>]
  let [header, end]: [Header | undefined, End | undefined] = [undefined, undefined]
  for await (const text of textLines(file)) {
    if (end) throw broken()
    const line = JSON.parse(text) as Header | End | [string, ...unknown[]]
    if (!header) header = line as Header
    else if (Array.isArray(line)) counts[line[0]] = (counts[line[0]] ?? 0) + 1
    else end = line as End
    if (header.maillage !== 'backup') throw broken()
    if (header.format > FORMAT || header.schema > newest)
      throw new BackupError('Cette sauvegarde vient d’une version plus récente de Maillage : rien n’a été changé.')
    if (!end) sum.update(`${text}\n`)
  }
  const isCounted = header?.tables.every(([name]) => (end?.counts[name] ?? 0) === (counts[name] ?? 0))
  if (!header || !isCounted || end?.sha256 !== sum.digest('hex')) throw broken()
  if (!header.tables.flat(2).every(isPlain)) throw broken()
  return header
}

const unreadable = {
  ENOENT: 'n’existe pas',
  EACCES: 'n’est pas lisible par ce compte',
  EISDIR: 'est un dossier',
}

/** What is in a backup, once it was found to be whole. @throws BackupError; nothing was read out of it then. */
export const readBackup = async (
  file: string,
  newest: number,
): Promise<{ header: Header; all: () => AsyncGenerator<Some> }> => {
  try {
    const header = await headerOf(file, newest)
    return { header, all: () => someIn(file, header) }
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException
    if (error instanceof BackupError) throw error
    throw code in unreadable ? new BackupError(`${file} ${unreadable[code as keyof typeof unreadable]}.`) : broken()
  }
}

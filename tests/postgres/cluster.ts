import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { findOrInstall } from '../programs.ts'

const packages = '/usr/lib/postgresql'
/** In memory where there is one: nothing here outlives the tests. */
const memory = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()

/** The folder of PostgreSQL's own programs: the one named, Debian's newest, or Debian's package. */
const programs = (): string => {
  const newest = () => {
    const versions = existsSync(packages) ? readdirSync(packages).filter((name) => /^\d+$/.test(name)) : []
    const folders = versions.sort((a, b) => Number(b) - Number(a)).map((version) => join(packages, version, 'bin'))
    return folders.find((folder) => existsSync(join(folder, 'initdb')))
  }
  const found = process.env.MAILLAGE_POSTGRES ?? findOrInstall(newest, 'postgresql')
  if (found) return found
  throw new Error('PostgreSQL is not here: install it (Debian: postgresql), or name its programs in MAILLAGE_POSTGRES')
}

/** The superuser of a cluster; what tests keep belongs to another role, whom walls hold. */
const superuser = 'root_of_all'
const urlOf = (folder: string, role: string, database: string) =>
  `postgres://${role}@localhost/${database}?host=${folder}`
export const asSuperuser = (url: string): string => url.replace('//maillage@', `//${superuser}@`)

/** As a superuser, in the database of this address. */
export const ask = async (url: string, sql: string): Promise<Record<string, unknown>[]> => {
  const client = new pg.Client(asSuperuser(url))
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

/** An empty database in the cluster of this folder, whose owner is no superuser; gives its address. */
export const newDatabase = async (folder: string): Promise<string> => {
  const name = `maillage_${randomBytes(5).toString('hex')}`
  await ask(urlOf(folder, superuser, 'postgres'), `CREATE DATABASE ${name} OWNER maillage`)
  return urlOf(folder, 'maillage', name)
}

export type Cluster = { folder: string; stop(): void }

/** A PostgreSQL server in a folder of its own at this place, reached by a socket in it. It never runs as root. */
export const startCluster = async (place = memory): Promise<Cluster> => {
  const bin = programs()
  const folder = mkdtempSync(join(place, 'maillage-pg-'))
  const isRoot = process.getuid?.() === 0
  const user = isRoot ? 'postgres' : userInfo().username
  if (isRoot) {
    const id = (kind: string) => Number(execFileSync('id', [kind, user], { encoding: 'utf8' }))
    chownSync(folder, id('-u'), id('-g'))
  }
  const run = (program: string, ...args: string[]) => {
    const command = [join(bin, program), ...args]
    const [file, ...rest] = isRoot ? ['runuser', '-u', user, '--', ...command] : command
    execFileSync(file as string, rest, { stdio: 'ignore', cwd: folder })
  }
  const data = join(folder, 'data')
  run('initdb', '-D', data, '-U', superuser, '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8')
  const settings = `-c listen_addresses= -c unix_socket_directories=${folder} -c max_connections=200`
  run('pg_ctl', '-D', data, '-l', join(folder, 'log'), '-w', '-o', settings, 'start')
  await ask(urlOf(folder, superuser, 'postgres'), 'CREATE ROLE maillage LOGIN')
  return {
    folder,
    stop: () => {
      run('pg_ctl', '-D', data, '-m', 'immediate', 'stop')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

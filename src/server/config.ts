import { join, resolve } from 'node:path'

export type Config = {
  port: number
  /** Where the database is, unless it has an address. */
  dataDir: string
  /** Of a PostgreSQL database; undefined: SQLite keeps all, in `dataDir`. */
  databaseUrl: string | undefined
  /** Of the built client. */
  appDir: string
  /** The address people open, without a slash at its end; undefined: this machine's own, at the port. */
  publicUrl: string | undefined
}

const portOf = (text: string): number => {
  const port = Number(text)
  if (!/^\d+$/.test(text) || port > 65_535) throw new Error(`PORT doit être un nombre de 0 à 65535, pas « ${text} »`)
  return port
}

const publicUrlOf = (text: string): string => {
  const url = URL.canParse(text) ? new URL(text) : undefined
  const isBare = url && url.pathname === '/' && !url.search && !url.hash && !url.username
  if (!isBare || !/^https?:$/.test(url.protocol))
    throw new Error(`MAILLAGE_PUBLIC_URL doit être une adresse comme https://maillage.exemple.fr, pas « ${text} »`)
  return url.origin
}

const databaseUrlOf = (text: string): string => {
  if (!URL.canParse(text) || !/^postgres(ql)?:$/.test(new URL(text).protocol))
    throw new Error('MAILLAGE_DATABASE_URL doit être une adresse comme postgres://maillage:secret@localhost/maillage')
  return text
}

/** The settings, each with its default. @throws in one line that names the setting. */
export const readConfig = (env: NodeJS.ProcessEnv): Config => ({
  port: portOf(env.PORT || '8787'),
  dataDir: resolve(env.MAILLAGE_DATA || 'var'),
  databaseUrl: env.MAILLAGE_DATABASE_URL ? databaseUrlOf(env.MAILLAGE_DATABASE_URL) : undefined,
  appDir: env.MAILLAGE_APP || join(import.meta.dirname, '../app'),
  publicUrl: env.MAILLAGE_PUBLIC_URL ? publicUrlOf(env.MAILLAGE_PUBLIC_URL) : undefined,
})

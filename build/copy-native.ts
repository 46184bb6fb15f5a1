import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What cannot be bundled goes beside the server as it is: the database, its machine code, and what finds that. */
export function copyNative(root: string, to: string): void {
  const from = join(root, 'node_modules')
  const { dependencies } = JSON.parse(readFileSync(join(from, 'libsql/package.json'), 'utf8')) as {
    dependencies: Record<string, string>
  }
  const machines = readdirSync(join(from, '@libsql')).map((name) => `@libsql/${name}`)
  for (const name of ['libsql', ...Object.keys(dependencies), ...machines]) {
    const nested = join(from, 'libsql/node_modules', name)
    if (!existsSync(nested)) cpSync(join(from, name), join(to, name), { recursive: true })
  }
}

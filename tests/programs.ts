import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { installFromDebian } from './debian.ts'

/** The first program of these names on the path. */
export function onPath(...names: string[]): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter)
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find((path) => existsSync(path))
}

/** What is found at once, or after Debian's package was installed. */
export const findOrInstall = (find: () => string | undefined, debianPackage: string): string | undefined =>
  find() ?? (installFromDebian(debianPackage) ? find() : undefined)

/** The same, for what tests cannot do without. */
export function needed(find: () => string | undefined, debianPackage: string): string {
  const found = findOrInstall(find, debianPackage)
  if (found) return found
  throw new Error(`${debianPackage} is not here: install it (Debian, as root: apt-get install ${debianPackage})`)
}

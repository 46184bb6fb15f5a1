import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { parseSync } from 'vite'

export interface Source {
  /** From the project's root, with slashes. */
  path: string
  text: string
}

export interface Import {
  from: string
  /** What is written: './field.ts' or 'zod/mini'. */
  name: string
  /** Gone after the build: types only. */
  isType: boolean
}

/** Every source file under the folders named. */
export function readSources(root: string, folders: string[]): Source[] {
  return folders
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) => readdirSync(join(root, folder), { withFileTypes: true, recursive: true }))
    .filter((entry) => entry.isFile() && /\.(tsx?|css|js)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path: relative(root, path), text: readFileSync(path, 'utf8') }))
}

/** All that a file imports: static, bare, re-exported, dynamic, and in types. */
export function importsOf({ path, text }: Source): Import[] {
  if (!/\.tsx?$/.test(path)) return []
  const { module, errors } = parseSync(path, text)
  if (errors.length > 0) throw new Error(`${path} cannot be read: ${errors[0]?.message}`)
  const found: Import[] = []
  for (const { moduleRequest, entries } of module.staticImports) {
    const isType = entries.length > 0 && entries.every((entry) => entry.isType)
    found.push({ from: path, name: moduleRequest.value, isType })
  }
  for (const { entries } of module.staticExports) {
    const passed = entries.filter((entry) => entry.moduleRequest)
    for (const { moduleRequest, isType } of passed) found.push({ from: path, name: moduleRequest?.value ?? '', isType })
  }
  for (const { moduleRequest } of module.dynamicImports) {
    const written = text.slice(moduleRequest.start, moduleRequest.end)
    const name = /^(['"`])([^$]*)\1$/.exec(written)?.[2]
    if (name === undefined) throw new Error(`${path} imports ${written}: only a plain name can be checked`)
    found.push({ from: path, name, isType: text.slice(0, moduleRequest.start).trimEnd().endsWith('typeof import(') })
  }
  for (const [, name = ''] of text.matchAll(/typeof import\(['"]([^'"]+)['"]\)/g))
    found.push({ from: path, name, isType: true })
  return found
}

import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

interface Build {
  assets: string[]
}

/** A page opened before an update may ask for a part of its own build: the last builds' assets stay on the server. */
export function keepPreviousBuilds(at: { out: string; present: string; next: string; count?: number }): void {
  const record = join(at.out, 'builds.json')
  const earlier: Build[] = existsSync(record) ? (JSON.parse(readFileSync(record, 'utf8')) as Build[]) : []
  const newest: Build = { assets: readdirSync(join(at.next, 'assets')).sort() }
  const isSame = (build: Build) => build.assets.join() === newest.assets.join()
  const kept = [newest, ...earlier.filter((build) => !isSame(build))].slice(0, at.count ?? 3)

  for (const asset of new Set(kept.slice(1).flatMap((build) => build.assets))) {
    const from = join(at.present, 'assets', asset)
    const to = join(at.next, 'assets', asset)
    if (existsSync(from) && !existsSync(to)) copyFileSync(from, to)
  }
  mkdirSync(at.out, { recursive: true })
  writeFileSync(record, `${JSON.stringify(kept, null, 2)}\n`)
}

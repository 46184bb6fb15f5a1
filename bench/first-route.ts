import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { builtDir, startServer } from '../tests/e2e/app-server.ts'
import { openProfile } from './browser.ts'
import type { Figure } from './figure.ts'
import { withFolder } from './temporary.ts'

const kB = (bytes: number) => `${(bytes / 1_000).toFixed(1)} kB`

/** What build/size.ts finds in the build's own list of parts, for comparison. */
const computed = (what: string): string => {
  const args = ['--import', 'tsx', 'build/size.ts', builtDir()]
  let table: string
  try {
    table = execFileSync(process.execPath, args, { encoding: 'utf8' })
  } catch (error) {
    table = String((error as { stdout?: unknown }).stdout)
  }
  return new RegExp(`^${what} +([\\d.]+( kB)?)`, 'm').exec(table)?.[1] ?? 'not found'
}

export const measureFirstRoute = (): Promise<Figure[]> =>
  withFolder(async (profile) => {
    const server = await startServer()
    const { page, cdp, close } = await openProfile(profile)
    const sent = new Map<string, { url: string; bytes: number }>()
    await cdp.send('Network.enable')
    await cdp.send('Network.setExtraHTTPHeaders', { headers: { 'Accept-Encoding': 'gzip' } })
    cdp.on('Network.responseReceived', ({ requestId, response }) =>
      sent.set(requestId, { url: response.url, bytes: 0 }),
    )
    cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      const one = sent.get(requestId)
      if (one) one.bytes = encodedDataLength
    })
    await page.goto(`${server.url}/contacts/people`, { waitUntil: 'commit' })
    const { scripts, before } = await page.evaluate(async () => {
      const has = (what: string) => document.querySelector(what) !== null
      // The empty list says so once it is known to be empty.
      while (!has('[aria-selected=true]') || !document.querySelector('main')?.textContent?.includes('rien encore'))
        await new Promise((done) => setTimeout(done, 5))
      const add = document.querySelector<HTMLElement>('button[aria-label="Ajouter"]')
      add?.click()
      if (document.activeElement?.id !== 'capture-name') throw new Error('＋ gave no field the focus')
      const loaded = performance.getEntriesByType('resource') as PerformanceResourceTiming[]
      const scripts = loaded.filter((one) => one.name.endsWith('.js')).map((one) => one.name)
      await new Promise((done) => setTimeout(done, 500))
      const paint = performance.getEntriesByName('first-paint')[0]?.startTime ?? 0
      // The browser asks for the manifest beside the page; no paint waits for it.
      const all = performance.getEntriesByType('resource').filter((one) => !one.name.endsWith('.webmanifest'))
      return { scripts, before: 1 + all.filter((one) => one.startTime < paint).length }
    })
    await close()
    await server.kill()
    const bySize = scripts.map((url) => [...sent.values()].find((one) => one.url === url)?.bytes ?? Number.NaN)
    const weighed = scripts.map(
      (url) => gzipSync(readFileSync(join(builtDir(), 'app', new URL(url).pathname)), { level: 9 }).length,
    )
    const sum = (of: number[]) => of.reduce((total, one) => total + one, 0)
    return [
      {
        name: 'First route, JS',
        start: 'a cold URL, nothing kept',
        end: 'the list is there and ＋ has focused its field',
        baseline: 'what build/size.ts computes from the build',
        ours: `${kB(sum(weighed))} gzip -9, ${kB(sum(bySize))} sent`,
        theirs: computed('first route, JS, at Contacts'),
        budget: '≤ 60 kB, aim 52',
        kept: sum(weighed) <= 60_000,
      },
      {
        name: 'First route, requests',
        start: 'a cold URL, nothing kept',
        end: 'the first paint',
        baseline: 'what build/size.ts counts in the page',
        ours: String(before),
        theirs: computed('requests before first paint'),
        budget: '≤ 4',
        kept: before <= 4,
      },
    ]
  })

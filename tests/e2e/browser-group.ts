import { existsSync, readdirSync, readFileSync } from 'node:fs'
import type { BrowserContext } from 'playwright'

/** State, parent and group of a process or a thread: what follows its name, in brackets. */
const statOf = (path: string) =>
  readFileSync(`${path}/stat`, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ')

/** Whether a thread of this group still runs, be its process dead or not: it may be writing. Known where /proc is. */
const lives = (group: number): boolean =>
  existsSync('/proc') &&
  readdirSync('/proc').some((id) => {
    if (!/^\d+$/.test(id)) return false
    try {
      if (Number(statOf(`/proc/${id}`)[2]) !== group) return false
      return readdirSync(`/proc/${id}/task`).some(
        (thread) => !/[ZX]/.test(statOf(`/proc/${id}/task/${thread}`)[0] ?? ''),
      )
    } catch {
      return false
    }
  })

/**
 * Ends every process of a browser at once, as a dead battery would; readied beforehand, for looking them up takes time.
 * Resolves when none is left: the files of a profile are not another browser's while one still has them open.
 */
export const groupKill = async (context: BrowserContext): Promise<() => Promise<void>> => {
  const session = await context.browser()?.newBrowserCDPSession()
  const { processInfo = [] } = (await session?.send('SystemInfo.getProcessInfo')) ?? {}
  await session?.detach()
  const group = processInfo.find(({ type }) => type === 'browser')?.id
  if (!group) throw new Error('The process of the browser was not found')
  const gone = new Promise<void>((done) => context.once('close', () => done()))
  return async () => {
    process.kill(-group, 'SIGKILL')
    await gone
    while (lives(group)) await new Promise((done) => setTimeout(done, 5))
  }
}

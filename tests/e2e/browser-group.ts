import { existsSync, readdirSync, readFileSync } from 'node:fs'
import type { BrowserContext } from 'playwright'

/** Whether a process of this group still runs; one that is dead and was not asked after does not. Known where /proc is. */
const lives = (group: number): boolean =>
  existsSync('/proc') &&
  readdirSync('/proc').some((id) => {
    if (!/^\d+$/.test(id)) return false
    try {
      // Name in brackets, state, parent, group.
      const [state, , of] = readFileSync(`/proc/${id}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ')
      return Number(of) === group && state !== 'Z'
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

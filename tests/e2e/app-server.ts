import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

export interface RunningServer {
  url: string
  port: number
  pid: number
  /** Everything the server has said so far. */
  lines: string[]
  /** What the first line that answers to the pattern holds in its group, as soon as it is said. */
  said(pattern: RegExp): Promise<string>
  /** Its exit code, once it has ended; null where a signal ended it. */
  ended: Promise<number | null>
  /** Asks it to end, and gives its exit code. */
  stop(): Promise<number | null>
  /** Ends it as a power cut would. */
  kill(): Promise<void>
}

/** Where the tests' build is; the run's set-up makes it once. */
export function builtDir(): string {
  const folder = process.env.MAILLAGE_DIST
  if (!folder) throw new Error('The app is not built: MAILLAGE_DIST names no folder')
  return folder
}

export interface ServerOptions {
  port?: number
  appDir?: string
  /** Where its data is and stays; without one, in a folder of its own that goes with it. */
  dataDir?: string
  command?: string[]
  /** Further settings. */
  env?: Record<string, string>
}

/** Starts the built server, on a free port unless one is asked for, and waits until it listens. */
export async function startServer(options: ServerOptions = {}): Promise<RunningServer> {
  const command = options.command ?? [join(builtDir(), 'server/main.js')]
  const appDir = options.appDir ?? join(builtDir(), 'app')
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'maillage-data-'))
  const settings = { PORT: String(options.port ?? 0), MAILLAGE_APP: appDir, MAILLAGE_DATA: dataDir }
  const child = spawn(process.execPath, command, {
    env: { ...process.env, ...settings, ...options.env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'exit').then(([code]) => code as number | null)
  const lines: string[] = []
  const url = await new Promise<string>((resolve, reject) => {
    createInterface(child.stdout).on('line', (line) => {
      lines.push(line)
      const address = /http:\/\/localhost:\d+/.exec(line)?.[0]
      if (address) resolve(address)
    })
    ended.then((code) => reject(new Error(`The server ended before it listened, with code ${code}`)), reject)
  })
  const end = async (signal: 'SIGTERM' | 'SIGKILL') => {
    child.kill(signal)
    const code = await ended
    if (!options.dataDir) rmSync(dataDir, { recursive: true, force: true })
    return code
  }
  return {
    url,
    port: Number(new URL(url).port),
    pid: child.pid as number,
    lines,
    ended,
    async said(pattern) {
      for (;;) {
        const found = lines.map((line) => pattern.exec(line)?.[1]).find((group) => group !== undefined)
        if (found !== undefined) return found
        await new Promise((done) => setTimeout(done, 50))
      }
    },
    stop: () => end('SIGTERM'),
    kill: async () => void (await end('SIGKILL')),
  }
}

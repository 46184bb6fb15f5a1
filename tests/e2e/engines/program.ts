import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Readable } from 'node:stream'

export interface Program {
  /** The first line it writes to its fourth file, where it is asked to. */
  firstLine(): Promise<string>
  /** Ends it and all it started as a power cut would. */
  kill(): Promise<void>
}

const running = new Set<ChildProcess>()
const killGroup = ({ pid }: ChildProcess) => {
  try {
    if (pid) process.kill(-pid, 'SIGKILL')
  } catch {
    // It has ended by itself.
  }
}
process.once('exit', () => running.forEach(killGroup))

/** Starts a program in a process group of its own. `env`: beside what this process has. */
export const startProgram = (path: string, args: string[], env: Record<string, string> = {}): Program => {
  const stdio = ['ignore', 'ignore', 'ignore', 'pipe'] as const
  const child = spawn(path, args, { env: { ...process.env, ...env }, stdio: [...stdio], detached: true })
  running.add(child)
  const ended = once(child, 'exit').finally(() => running.delete(child))
  ended.catch(() => {})
  return {
    firstLine: async () => {
      const lines = once(child.stdio[3] as Readable, 'data').then(([line]) => String(line).trim())
      const failed = ended.then(([code]) => Promise.reject(new Error(`${path} ended with code ${code}`)))
      return Promise.race([lines, failed])
    },
    kill: async () => {
      killGroup(child)
      await ended.catch(() => {})
    },
  }
}

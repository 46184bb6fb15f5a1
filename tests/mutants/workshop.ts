import { fork, spawn } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import type { Report } from '../simulation/run-schedules.ts'
import { type Mutant, made } from './mutant.ts'

const root = join(import.meta.dirname, '../..')
const left = new Set(['.git', 'node_modules', 'dist', 'var'])
/** A schedule that has not ended after so long never does: the mutant is as dead as one that breaks a rule. In ms. */
const patience = 120_000

/** How a mutant was found: by what, after how many schedules; undefined: it was not. */
export type Killed = { by: string; schedules?: number } | undefined

/** A copy of the tree, in which one fault after the other is made and looked for. */
export const openWorkshop = (schedules: number, seed: number) => {
  const copy = mkdtempSync(join(tmpdir(), 'maillage-mutants-'))
  cpSync(root, copy, { recursive: true, filter: (path) => !left.has(relative(root, path)) })
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))

  const simulated = (): Promise<Killed> =>
    new Promise((done) => {
      const child = fork(join(copy, 'tests/simulation/hand.ts'), [`--schedules=${schedules}`, `--seed=${seed}`], {
        cwd: copy,
        stdio: 'ignore',
      })
      const giveUp = () => setTimeout(() => child.kill('SIGKILL'), patience)
      let late = giveUp()
      let killed: Killed = { by: 'the simulation ends' }
      child.on('message', (message: Report | { begun: number }) => {
        clearTimeout(late)
        if ('begun' in message) late = giveUp()
        else killed = message.failed && { by: message.failed.invariant, schedules: message.schedules }
      })
      child.on('exit', (_, signal) => {
        clearTimeout(late)
        done(signal ? { by: 'nothing goes on' } : killed)
      })
    })
  const tested = (by: string): Promise<Killed> =>
    new Promise((done) => {
      const args = [
        'node_modules/vitest/vitest.mjs',
        'run',
        '--project',
        by.includes('/server/') ? 'unit' : 'browser',
        by,
      ]
      spawn(process.execPath, args, { cwd: copy, stdio: 'ignore' }).on('exit', (status) =>
        done(status === 0 ? undefined : { by }),
      )
    })

  return {
    /** @throws where the fault no longer fits the source. */
    async looksFor({ name, cuts, by }: Mutant): Promise<Killed> {
      const before = new Map(cuts.map(({ file }) => [file, readFileSync(join(copy, file), 'utf8')]))
      try {
        for (const cut of cuts) {
          const path = join(copy, cut.file)
          const after = made(readFileSync(path, 'utf8'), cut)
          if (after === undefined) throw new Error(`“${name}” no longer applies to ${cut.file}`)
          writeFileSync(path, after)
        }
        return await (by ? tested(by) : simulated())
      } finally {
        for (const [file, text] of before) writeFileSync(join(copy, file), text)
      }
    },
    close: () => rmSync(copy, { recursive: true, force: true }),
  }
}

import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import { tokenIn } from './running-house.ts'
import { type ServedApp, serveApp } from './served-app.ts'
import { enterWith } from './test-phone.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let dataDir: string
let first: ServedApp
beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'maillage-data-'))
  first = await serveApp({ dataDir })
})
afterAll(async () => {
  await first?.close()
  rmSync(dataDir, { recursive: true, force: true })
})

const start = async (options: Parameters<typeof serveApp>[0]) => {
  const server = await serveApp({ dataDir, ...options })
  onTestFinished(() => server.close())
  return server
}
const linkOf = async ({ lines }: { lines: string[] }) => {
  await expect.poll(() => lines.join('\n')).toContain('/entrer#')
  return lines.find((line) => line.includes('/entrer#')) ?? ''
}
/** A command of who runs the server: what it says, and what it complains of. */
const admin = async (args: string[], env: Record<string, string> = {}) => {
  const run = promisify(execFile)(process.execPath, ['--import', 'tsx', 'src/server/admin.ts', ...args], {
    env: { ...process.env, MAILLAGE_DATA: dataDir, ...env },
  })
  return run.catch((error: { stdout: string; stderr: string }) => error)
}

test('on an empty database the first device is let in by a link that is printed, at each start until it is used', async () => {
  const printed = await linkOf(first)
  const again = await start({})
  expect(await linkOf(again)).not.toBe(printed)
  const director = await enterWith(first, tokenIn(printed))
  expect(director.entered.status).toBe(200)
  const third = await start({})
  await expect.poll(() => third.lines.join()).toContain('http://localhost')
  expect((await director.sync()).status).toBe(200)
  expect(third.lines.join()).not.toContain('/entrer#')
})

test('what one process takes, another over the same data tells', async () => {
  const made = await admin(['campus', 'create', '--name', 'Réseau'])
  const a = await enterWith(first, tokenIn(made.stdout.split('\n')[1] ?? ''))
  const row = randomUUID()
  await a.sync({ changes: [a.change('people', row, { name: 'Nadia' })] })
  const second = await start({})
  const there = await enterWith(second, await a.inviteToken(), 'Ali Haddad')
  const told = async () => (await there.sync()).body.rows?.find((news) => news.row === row)?.fields
  expect(await told()).toEqual({ name: 'Nadia' })
  await a.sync({ changes: [a.change('people', row, { name: 'Nadia Fontaine' })] })
  expect(await told()).toEqual({ name: 'Nadia Fontaine' })
})

test('killed between commit and reply, it has the change once, and says so when asked again', async () => {
  const failing = await start({ env: { MAILLAGE_FAILPOINT: 'after-commit:2' } })
  const made = await admin(['campus', 'create', '--name', 'Coupure'])
  const a = await enterWith(failing, tokenIn(made.stdout.split('\n')[1] ?? ''))
  const changes = [1, 2].map((at) => a.change('people', randomUUID(), { name: `contact ${at}` }))
  expect((await a.sync({ changes: changes.slice(0, 1) })).body.acked).toBe(1)
  await expect(a.sync({ changes })).rejects.toThrow()
  const after = await start({ port: failing.port })
  expect(after.port).toBe(failing.port)
  const { body } = await a.sync({ changes, whole: true })
  expect(body.acked).toBe(2)
  expect(body.rows?.filter(({ table }) => table === 'people')).toHaveLength(2)
})

test('asked to end, it closes its open lines and ends well', async () => {
  const server = await serveApp()
  onTestFinished(() => server.close())
  const a = await enterWith(server, tokenIn(await linkOf(server)))
  const line = await fetch(`${server.url}/api/c/${a.campus}/events?device=${a.device}`, {
    headers: { cookie: a.cookie },
  })
  expect(line.status).toBe(200)
  expect(await server.stop()).toBe(0)
  expect(await line.text()).toContain('hello')
})

test('who runs the server makes spaces, lists them, and lets a director’s other device in', async () => {
  const made = await admin(['campus', 'create', '--name', 'Lycée', '--kind', 'school'])
  const again = await admin(['campus', 'create', '--name', 'Lycée'])
  const id = /Espace (\w+)/.exec(made.stdout)?.[1] ?? ''
  expect(again.stdout).toContain(`Espace ${id}.`)
  const director = await enterWith(first, tokenIn(again.stdout.split('\n')[1] ?? ''))
  expect(director.campus).toBe(id)
  const listed = (await admin(['campus', 'list'])).stdout
  expect(listed).toContain(`${id}\tCampus de Claire Martin\tcampus\t1 appareil`)
  const link = await admin(['campus', 'link', id])
  const second = await enterWith(first, tokenIn(link.stdout.split('\n')[0] ?? ''))
  expect(second.entered.body.role).toBe('direction')
})

test('after a restore it makes phones offer again what the backup did not have', async () => {
  const made = await admin(['campus', 'create', '--name', 'Sauvegarde'])
  const a = await enterWith(first, tokenIn(made.stdout.split('\n')[1] ?? ''))
  const before = (await a.sync()).body.epoch
  expect((await admin(['restored'])).stdout).toContain('renverront')
  expect((await a.sync()).body.epoch).not.toBe(before)
})

test('a setting that cannot be is said in one line', async () => {
  const { stderr } = await admin(['campus', 'list'], { MAILLAGE_DATA: join(import.meta.dirname, 'process.test.ts') })
  expect(stderr).toMatch(/^La base de .* ne s’ouvre pas .*\n$/)
})

test.each([['nothing'], ['campus link nowhere'], ['campus create --kind ship'], ['--odd']])(
  'a command that is none says what there is: %s',
  async (line) => {
    const { stdout, stderr } = await admin(line.split(' '))
    expect([stdout, stderr === '']).toEqual(['', false])
    expect(stderr).not.toMatch(/^\s+at /m)
  },
)

import { connect, type Socket } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { messageType } from '../../src/protocol/sync-message.ts'
import { type RunningHouse, runHouse } from './running-house.ts'
import { enterWith, type Phone } from './test-phone.ts'

let house: RunningHouse
let phone: Phone
beforeAll(async () => {
  house = await runHouse()
  phone = await enterWith(house, await house.setUp())
})
afterAll(() => house?.close())

/** Begins a request that says it has a body of 100,000 bytes, and sends its first ones. */
const begun = async (path: string, headers: Record<string, string> = {}) => {
  const { host, port } = new URL(house.url)
  const socket: Socket = connect(Number(port), 'localhost')
  const heard = { text: '' }
  socket.on('data', (bytes) => (heard.text += bytes))
  socket.on('error', () => {})
  await new Promise((resolve) => socket.once('connect', resolve))
  const all = { host, 'content-type': messageType, 'content-length': '100000', ...headers }
  const head = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`)
  socket.write(`POST ${path} HTTP/1.1\r\n${head.join('')}\r\n{"p":1,"rid":"`)
  return { socket, heard }
}
const linesOf = (path: string) => house.lines.filter((line) => line.includes(path))

test.each(['sync', 'invite', 'invitations', 'history'])(
  'a stranger is sent away before what they send to %s has come',
  async (route) => {
    const stranger = { ...phone.headers, cookie: `maillage-${phone.device}=${'x'.repeat(43)}` }
    const { socket, heard } = await begun(`/api/c/${phone.campus}/${route}`, stranger)
    await expect.poll(() => heard.text).toMatch(/^HTTP\/1.1 404 [\s\S]*\{"p":1,"error":"not-found"\}$/)
    socket.destroy()
  },
)

test('a request that is cut on its way is one line of the log, and no fault of the server', async () => {
  const path = `/api/c/${phone.campus}/sync`
  const before = linesOf(path).length
  const { socket } = await begun(path, phone.headers)
  // A round trip on another line: by then the server waits for the rest of the body.
  await phone.sync()
  socket.destroy()
  await expect.poll(() => linesOf(path).length).toBe(before + 2)
  expect(linesOf(path).at(-1)).toMatch(/^POST \S+ 400 \d+ms$/)
  expect(house.lines.filter((line) => line.startsWith('error') || line.includes('500'))).toEqual([])
})

test('who enters has little to say', async () => {
  const { socket, heard } = await begun('/api/enter')
  socket.write('x'.repeat(100_000 - 14))
  await expect.poll(() => heard.text).toMatch(/^HTTP\/1.1 413 [\s\S]*"error":"too-large"/)
  socket.destroy()
})

test('who does not come to an end is answered, and the line is closed', async () => {
  const { socket, heard } = await begun(`/api/c/${phone.campus}/sync`, {
    ...phone.headers,
    'content-length': '999999999',
  })
  const closed = new Promise((resolve) => socket.once('close', resolve))
  // More than is ever read.
  for (let sent = 0; sent < 70; sent += 1) await new Promise((go) => socket.write('x'.repeat(1_000_000), go))
  await closed
  expect(heard.text).toMatch(/^HTTP\/1.1 413 [\s\S]*"error":"too-large"/)
})

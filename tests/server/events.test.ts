import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type RunningHouse, runHouse } from './running-house.ts'
import { enterWith, type Phone } from './test-phone.ts'

let house: RunningHouse
let a: Phone
let b: Phone
beforeAll(async () => {
  house = await runHouse({ beat: 50 })
  a = await enterWith(house, await house.setUp())
  b = await enterWith(house, await a.inviteToken(), 'Ali Haddad')
})
afterAll(() => house?.close())

const listen = async (phone: Phone) => {
  const address = `${house.url}/api/c/${phone.campus}/events?device=${phone.device}`
  const leave = new AbortController()
  const response = await fetch(address, { headers: { cookie: phone.cookie }, signal: leave.signal })
  const heard = { text: '', isOver: false }
  const reading = async () => {
    for await (const bytes of response.body ?? []) heard.text += new TextDecoder().decode(bytes)
  }
  reading().then(
    () => (heard.isOver = true),
    () => {},
  )
  return { response, heard, leave: () => leave.abort() }
}
const note = (phone: Phone) => phone.sync({ changes: [phone.change('people', randomUUID(), { name: 'Nadia' })] })

test('an open phone hears at once that a colleague sent something, and only that', async () => {
  const { response, heard, leave } = await listen(b)
  expect(response.headers.get('content-type')).toContain('text/event-stream')
  expect(response.headers.get('cache-control')).toBe('no-store, no-transform')
  await expect.poll(() => heard.text).toMatch(/^event: hello\ndata: \{\}\n\n/)
  await note(a)
  await expect.poll(() => heard.text).toMatch(/event: news\ndata: \{"seq":\d+\}\n\n/)
  leave()
})

test('not of its own, and not of what changed nothing', async () => {
  const { heard, leave } = await listen(b)
  await note(b)
  const refused = a.change('people', 'not a row', { name: 'x' })
  await a.sync({ changes: [refused] })
  await a.sync({ changes: [refused] })
  await expect.poll(() => heard.text).toContain(': here')
  expect(heard.text).not.toContain('news')
  leave()
})

test('a newcomer is news', async () => {
  const { heard, leave } = await listen(a)
  await enterWith(house, await a.inviteToken(), 'Nouvelle')
  await expect.poll(() => heard.text).toContain('event: news')
  leave()
})

test('the line ends with its session', async () => {
  const c = await enterWith(house, await a.inviteToken(), 'Bref')
  const { heard } = await listen(c)
  await expect.poll(() => heard.text).toContain('hello')
  await house.ledger.write(c.campus, (at) => at.putSession(c.device, 'another'))
  await expect.poll(() => heard.isOver).toBe(true)
})

test('the line ends when a backup was put back: who comes back to it asks, and hears of it', async () => {
  const { heard } = await listen(a)
  await expect.poll(() => heard.text).toContain(': here')
  expect(heard.isOver).toBe(false)
  await house.ledger.renewEpoch()
  await expect.poll(() => heard.isOver).toBe(true)
})

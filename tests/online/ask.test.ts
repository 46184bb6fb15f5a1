import type { ServerResponse } from 'node:http'
import { expect, test } from 'vitest'
import * as z from 'zod/mini'
import { ask } from '../../src/online/ask.ts'
import { history } from '../../src/online/history.ts'
import { invitations, invite } from '../../src/online/invite.ts'
import { messageType } from '../../src/protocol/sync-message.ts'
import { madeServer, say } from './made-server.ts'

const reply = z.object({ p: z.literal(1), word: z.string() })
const good = { p: 1, word: 'bonjour' }

/** What comes of a question to a server that answers so. */
const outcome = async (answer: (response: ServerResponse) => void, patience = 15_000) => {
  const { fetch } = await madeServer((_, response) => answer(response))
  return ask({ fetch, patience }, '/api/thing', { n: 1 }, reply)
}
const why = async (answer: (response: ServerResponse) => void, patience?: number) => {
  const it = await outcome(answer, patience)
  return it.ok ? 'ok' : it.why
}

test('a question carries our type, our protocol and the device it comes from', async () => {
  const { fetch, heard } = await madeServer((_, response) => say(response, good))
  expect(await ask({ fetch }, '/api/thing', { n: 1 }, reply, 'a-device')).toEqual({ ok: true, value: good })
  expect(heard[0]?.body).toEqual({ p: 1, n: 1 })
  expect(heard[0]?.headers).toMatchObject({ 'content-type': messageType, 'maillage-device': 'a-device' })
})

test('what is not our server is not believed, whatever its status', async () => {
  const page = '<!doctype html><title>Wi-Fi</title>'
  expect(await why((response) => say(response, page, 200, 'text/html'))).toBe('portal')
  expect(await why((response) => say(response, good, 200, 'application/json'))).toBe('portal')
  expect(await why((response) => say(response, page, 511, 'text/html'))).toBe('server')
  expect(await why((response) => response.writeHead(302, { location: 'http://portal.invalid/' }).end())).toBe('portal')
  expect(await why((response) => response.writeHead(204).end())).toBe('portal')
})

test('a reply that does not come whole is no reply', async () => {
  expect(await why((response) => say(response, '{"p":1,"word":"bon'))).toBe('no-network')
  const cut = (response: ServerResponse) => {
    response.writeHead(200, { 'content-type': messageType, 'content-length': 400 }).write('{"p":1,')
    setTimeout(() => response.destroy(), 20)
  }
  expect(await why(cut)).toBe('no-network')
  expect(await why((response) => response.destroy())).toBe('no-network')
})

test('a server that stays silent, before its answer or within it, is given up', async () => {
  expect(await why(() => {}, 60)).toBe('no-network')
  const begun = (response: ServerResponse) => void response.writeHead(200, { 'content-type': messageType }).write('{')
  expect(await why(begun, 60)).toBe('no-network')
})

test('where nothing listens there is no network', async () => {
  const { fetch, stop } = await madeServer((_, response) => say(response, good))
  await stop()
  expect(await ask({ fetch }, '/api/thing', {}, reply)).toEqual({ ok: false, why: 'no-network' })
})

test('another protocol and an answer of another shape are the server’s fault, not a success', async () => {
  expect(await why((response) => say(response, { ...good, p: 2 }))).toBe('server')
  expect(await why((response) => say(response, { p: 1 }))).toBe('server')
  expect(await why((response) => say(response, { ...good }, 500))).toBe('server')
})

test.each(['used', 'expired', 'unknown', 'too-many', 'not-found', 'forbidden', 'insecure'])(
  '« %s » is told as it is',
  async (code) => {
    expect(await why((response) => say(response, { p: 1, error: code }, 403))).toBe(code)
  },
)

test('a code this version does not know is told as the server’s fault', async () => {
  expect(await why((response) => say(response, { p: 1, error: 'no-network' }, 400))).toBe('server')
  expect(await why((response) => say(response, { p: 1, error: 'invalid' }, 400))).toBe('server')
})

test('a member asks in the name of the device, at the address of the space', async () => {
  const link = { p: 1, link: 'https://example.test/entrer#t', code: 'K7QF2-M9X3T', expires: 5 }
  const open = [{ id: 'i', kind: 'invite', role: 'member', expires: 5 }]
  const entries = [{ seq: 3, by: 'm', at: 4, change: 'Ana', lost: true }]
  const answers: Record<string, unknown> = {
    invite: link,
    invitations: { p: 1, open },
    history: { p: 1, entries, more: false },
  }
  const { fetch, heard } = await madeServer((asked, response) =>
    say(response, answers[asked.path.split('/').pop() ?? '']),
  )
  const member = { fetch, campus: 'c/1', device: 'd' }
  expect(await invite(member, { id: 'i', kind: 'invite', name: 'Léa' })).toMatchObject({
    ok: true,
    value: { code: link.code },
  })
  expect(await invitations(member)).toEqual({ ok: true, value: open })
  expect(await invitations(member, 'i')).toEqual({ ok: true, value: open })
  const asked = { table: 'people', row: 'r', field: 'name' }
  expect(await history(member, asked, 9)).toMatchObject({ ok: true, value: { entries, more: false } })
  expect(heard.map(({ path }) => path)).toEqual(
    ['invite', 'invitations', 'invitations', 'history'].map((what) => `/api/c/c%2F1/${what}`),
  )
  expect(heard.map(({ headers }) => headers['maillage-device'])).toEqual(['d', 'd', 'd', 'd'])
  expect(heard.map(({ body }) => body)).toEqual([
    { p: 1, id: 'i', kind: 'invite', name: 'Léa', key: expect.stringMatching(/^[0-9a-f]{64}$/) },
    { p: 1 },
    { p: 1, cancel: 'i' },
    { p: 1, ...asked, before: 9 },
  ])
})

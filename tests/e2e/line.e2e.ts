import { afterAll, beforeAll, expect, test } from 'vitest'
import { packedReply } from '../../src/protocol/sync-message.ts'
import { portal } from '../faults/faults.ts'
import { type FaultProxy, startFaultProxy } from '../faults/proxy.ts'
import { add, home, online } from './hands.ts'
import { installedOffline, type Phone, takePhone } from './phone.ts'
import { storedIn } from './stored.ts'
import { allSent, foundSpace, type House, startHouse, stateLine } from './team.ts'

const place = packedReply.places.indexOf('acked')
/** Writes down every text the state line ever shows, with how much the server had said it holds by then. */
const witness = `
  const said = (globalThis.said = [])
  let acked = 0
  const ask = fetch
  globalThis.fetch = async (...asked) => {
    const answer = await ask(...asked)
    const copy = answer.clone()
    if (/\\/sync$/.test(answer.url)) {
      const reply = await copy.json().catch(() => ({}))
      acked = Math.max(acked, (Array.isArray(reply) ? reply[${place}] : reply.acked) ?? 0)
    }
    return answer
  }
  const look = () => {
    const text = document.querySelector('main [role=status]')?.innerText
    if (text && said.at(-1)?.text !== text) said.push({ text, acked })
  }
  new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true })`
type Said = { text: string; acked: number }

let house: House
let proxy: FaultProxy
let a: Phone
beforeAll(async () => {
  house = await startHouse()
  proxy = await startFaultProxy(house.url)
  a = await foundSpace(house, 'Inès Moreau', await takePhone(proxy.url, { init: witness }), proxy.url)
})
afterAll(async () => {
  await a?.discard()
  proxy.end()
  await house.discard()
})

const saidSince = (from: number): Promise<Said[]> =>
  a.page.evaluate((from) => (globalThis as unknown as { said: Said[] }).said.slice(from), from)
const line = (text: RegExp) => stateLine(a).getByText(text).first().waitFor()

test('whatever befalls the network, the line never says that all is sent while something waits', async () => {
  await installedOffline(a)
  await home(a)
  await allSent(a)
  const from = (await saidSince(0)).length

  await a.context.setOffline(true)
  await add(a, 'Amel Bensaïd')
  await line(/^1\s+saisie à envoyer/)
  await add(a, 'Bruno Girard')
  await line(/^2\s+saisies à envoyer/)

  // A Wi-Fi that answers all with its own page.
  proxy.fault(portal)
  await a.context.setOffline(false)
  await online(a)
  await line(/^Ce Wi-Fi demande une connexion/)
  await add(a, 'Chloé Perrin')
  await line(/^3\s+saisies à envoyer/)

  proxy.heal()
  await house.kill()
  await add(a, 'Damien Aubry')
  await online(a)
  await line(/^Pas de réseau/)
  await line(/^4\s+saisies à envoyer/)

  await house.start()
  await online(a)
  await allSent(a)
  const { outbox = [] } = await storedIn(a.page)
  const told = await saidSince(from)
  const allSentTexts = told.filter(({ text }) => text.startsWith('Tout est envoyé'))
  expect(told.some(({ text }) => /^4\s+saisies à envoyer/.test(text))).toBe(true)
  expect(allSentTexts.length).toBeGreaterThan(0)
  expect(allSentTexts.filter(({ acked }) => acked < outbox.length)).toEqual([])
  // And before the first of them, none of the other words promise it.
  expect(told.map(({ text }) => text).filter((text) => text.startsWith('Le reste'))).toEqual([])
})

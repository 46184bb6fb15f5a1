import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { add } from '../e2e/hands.ts'
import { type Phone, takePhone } from '../e2e/phone.ts'
import { foundSpace, type House, inviteFrom, startHouse } from '../e2e/team.ts'
import { enterWith } from '../server/test-phone.ts'
import { type Colleague, colleagueOf } from './board.ts'
import { emptied } from './emptied.ts'
import {
  answering,
  busy,
  cutReply,
  lostReply,
  made,
  overtaken,
  portal,
  replaying,
  silence,
  tooLarge,
  twice,
  twiceAtOnce,
} from './faults.ts'
import { type Fault, type FaultProxy, startFaultProxy } from './proxy.ts'

let house: House
let proxy: FaultProxy
let phone: Phone
let colleague: Colleague
let asked = 0
beforeAll(async () => {
  house = await startHouse()
  proxy = await startFaultProxy(house.url)
  phone = await foundSpace(house, 'Inès Moreau', await takePhone(proxy.url), proxy.url)
  colleague = await colleagueOf(phone, house.url)
  phone.page.on('request', (request) => {
    if (request.url().endsWith('/sync')) asked += 1
  })
})
afterEach(() => proxy.heal())
afterAll(async () => {
  await phone?.discard()
  proxy.end()
  await house.discard()
})

const befalls = (fault: Fault) => () => proxy.fault(fault)
const jsonOf = (text: string) => made(200, 'application/json', text)
const redirect = { location: '/portail' }

/** What begins, and how often the phone has tried in vain before it ends. */
const faults: [name: string, begin: () => void, tries: number][] = [
  ['a reply lost after the server did it', befalls(lostReply), 2],
  ['a reply cut in the middle', befalls(cutReply), 2],
  ['a line that takes all and brings nothing', befalls(silence), 2],
  ['a way up that is a black hole', () => proxy.close('up'), 2],
  ['a way down that is a black hole', () => proxy.close('down'), 2],
  ['2 kB a second, three seconds late', () => proxy.slow(2_000, 3_000), 1],
  ['every request brought twice', befalls(twice), 1],
  ['every request brought twice at once', befalls(twiceAtOnce), 1],
  ['every second request overtaking the first', befalls(overtaken()), 2],
  ['a portal’s page with status 200', befalls(portal), 2],
  ['an empty object with status 200', befalls(answering(jsonOf('{}'))), 2],
  ['status 204 without a word', befalls(answering(made(204, 'text/plain', ''))), 2],
  ['a redirection to a portal', befalls(answering(made(302, 'text/html', '', redirect))), 2],
  ['status 511 of a portal', befalls(answering(made(511, 'text/html', '<h1>Connexion</h1>'))), 2],
  ['every reply an old one', befalls(replaying()), 2],
  ['a proxy that takes no more than 300 bytes', befalls(tooLarge(300)), 2],
  ['status 429 with a time to wait', befalls(busy(2)), 2],
  ['status 503 of a host that restarts', befalls(answering(made(503, 'text/html', '<h1>Bientôt</h1>'))), 2],
  ['uploads cut after 300 bytes', () => proxy.cutAfter(300), 2],
]

test.for(faults)('%s', async ([name, begin, tries], context) => {
  const names = [1, 2].map((at) => `${name} ${at}`)
  begin()
  const before = asked
  for (const one of names) await add(phone, one)
  await expect.poll(() => asked - before, { timeout: 60_000 }).toBeGreaterThanOrEqual(tries)
  proxy.heal()
  await emptied(context, phone)
  await colleague.hasOnce(names)
})

test('a request that the browser repeats by itself on a line it had kept has one effect', async (context) => {
  await add(phone, 'Avant la coupure')
  await emptied(context, phone)
  let arrived = 0
  const before = asked
  const counted: Fault = (exchange) => {
    arrived += 1
    return lostReply(exchange)
  }
  proxy.fault(counted, { on: /\/sync$/ })
  await add(phone, 'Dite deux fois')
  await expect.poll(() => arrived - (asked - before)).toBe(1)
  proxy.heal()
  await emptied(context, phone)
  await colleague.hasOnce(['Dite deux fois'])
})

test.for([
  ['repeated after it was answered', twice],
  ['repeated at once', twiceAtOnce],
] as const)('an invitation whose request is %s is one link, and the code that is shown leads in', async ([, fault]) => {
  proxy.fault(fault, { on: /\/invite$/ })
  const code = await inviteFrom(phone, 'Gaëlle Perrin')
  proxy.heal()
  const { entered } = await enterWith(house, code, 'Gaëlle Perrin')
  expect(entered.status).toBe(200)
})

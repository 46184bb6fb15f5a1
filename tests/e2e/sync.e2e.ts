import { afterEach, beforeEach, expect, test } from 'vitest'
import { type RunningServer, startServer } from './app-server.ts'
import { installedOffline, type Phone, takePhone } from './phone.ts'
import { hands } from './team.ts'

let server: RunningServer
let phones: Phone[]
beforeEach(async () => {
  server = await startServer()
  phones = [await takePhone(server.url), await takePhone(server.url)]
})
afterEach(async () => {
  await Promise.all(phones.map((phone) => phone.discard()))
  await server.kill()
})
const setUpLink = async () => {
  await expect.poll(() => server.lines.find((line) => line.includes('#'))).toBeDefined()
  return /https?:\S+/.exec(server.lines.find((line) => line.includes('#')) ?? '')?.[0] ?? ''
}

test('what was noted before and after two phones share a space arrives on both, also what was noted offline', async () => {
  const [first, second] = phones as [Phone, Phone]
  const [ines, paul] = [hands(first), hands(second)]
  await ines.notes('Élodie Lefèvre', 'Menuiserie du Songe')
  await ines.createsSpace(await setUpLink(), 'Campus du Bois', 'Inès Roy')
  const link = await ines.invites()
  await paul.joins(link, 'Paul Blanc')
  await paul.home()
  await paul.saysAllSent()
  expect((await paul.seesPerson('Élodie Lefèvre')).join()).toContain('Menuiserie du Songe')

  await installedOffline(second)
  await second.context.setOffline(true)
  await paul.home()
  await paul.notes('Zoé Lévêque')
  await second.page.getByText(/^1\s+saisie à envoyer/).waitFor()
  await second.context.setOffline(false)
  await paul.saysAllSent()
  await ines.home()
  const names = await ines.seesPerson('Zoé Lévêque')
  expect(names.filter((name) => name.includes('Zoé Lévêque'))).toHaveLength(1)
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { type RunningServer, startServer } from './app-server.ts'
import { type Phone, takePhone } from './phone.ts'

let server: RunningServer
let phone: Phone
beforeAll(async () => {
  server = await startServer()
  phone = await takePhone(server.url)
})
afterAll(async () => {
  await phone?.discard()
  await server.kill()
})

test.each([
  '/contacts/organisations/nowhere',
  '/agenda/tasks/nowhere',
  '/agenda/attachments/nowhere',
  '/agenda/members/nowhere',
  '/pilotage/needs/nowhere',
])('the address of a record that is not here is told as that, opened first of all: %s', async (path) => {
  await phone.page.goto(server.url + path)
  await phone.page.getByText(/^Cette fiche n’est pas sur ce téléphone/).waitFor()
})

test.each(['/agenda/nothing/1', '/pilotage/people', '/pilotage/nothing'])('%s is no page', async (path) => {
  await phone.page.goto(server.url + path)
  await phone.page.getByText('Cette page n’existe pas').waitFor()
  expect(await phone.page.getByRole('link', { name: 'Accueil' }).count()).toBeGreaterThan(0)
})

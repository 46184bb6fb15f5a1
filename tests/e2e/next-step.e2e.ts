import { afterAll, beforeAll, expect, test } from 'vitest'
import { type RunningServer, startServer } from './app-server.ts'
import { add, open } from './hands.ts'
import { type Phone, takePhone } from './phone.ts'
import { storedIn } from './stored.ts'

let server: RunningServer
let phone: Phone
beforeAll(async () => {
  server = await startServer()
  phone = await takePhone(server.url)
})
afterAll(async () => {
  await phone.discard()
  await server.stop()
})

test('a next step begun on a person’s page outlives a killed app, and waits for its day on that page', async () => {
  await add(phone, 'Inès Vidal', { Structure: 'Fonderie' })
  await open(phone, 'Inès Vidal')
  await phone.page.getByRole('link', { name: 'Noter un échange' }).tap()
  await phone.page.getByRole('main').getByLabel('Type', { exact: true }).selectOption('call')
  await phone.page.getByRole('button', { name: 'Rappeler', exact: true }).tap()
  await phone.page.getByRole('button', { name: 'À faire dans 15\u00a0jours' }).tap()
  const drafted = async () => (await storedIn(phone.page)).drafts?.[0]?.values
  await expect.poll(drafted).toMatchObject({ outcome: 'callBack', 'outcome/day': expect.any(String) })
  await phone.kill()
  phone = await phone.relaunch('/')
  await phone.page.getByRole('button', { name: 'Reprendre' }).tap()
  await phone.page.getByRole('button', { name: 'À faire dans 15\u00a0jours', pressed: true }).waitFor()
  await phone.page.getByRole('main').getByRole('button', { name: 'Enregistrer', exact: true }).tap()
  await phone.page.getByRole('heading', { name: 'Inès Vidal', level: 1 }).waitFor()
  await phone.page.getByRole('link', { name: /^Rappeler · Inès Vidal/ }).waitFor()
  const { tasks, exchanges, drafts } = await storedIn(phone.page)
  expect([tasks?.length, exchanges?.length, drafts?.length]).toEqual([1, 1, 0])
})

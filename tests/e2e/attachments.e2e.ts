import { expect, test } from 'vitest'
import { startFaultProxy } from '../faults/proxy.ts'
import { a, b, bytesOn, house, kept, relaunchA, tiles, who, withTwoPhones } from './attached-phones.ts'
import { addFiles, madePhoto, picturesOn } from './files.ts'
import { home, online, open } from './hands.ts'
import { installedOffline, takePhone } from './phone.ts'
import { allSent, inviteFrom, joinSpace, stateLine } from './team.ts'

withTwoPhones()

test('a photo taken offline is on A at once, outlives the phone’s death, and is on B when the network is back', async () => {
  await installedOffline(a)
  await open(a, who)
  const photo = await madePhoto(a)
  await house.kill()
  await addFiles(a, 'Ajouter une photo', photo)
  await kept(a)
  await expect.poll(() => picturesOn(a)).toEqual([{ width: 1_200, height: 1_600 }])
  const [bytes = ''] = await bytesOn(a)
  expect([bytes.slice(0, 3), bytes.includes('Exif'), bytes.includes('GPS')]).toEqual(['ÿØÿ', false, false])
  expect(photo.buffer.includes('GPS 44.9334')).toBe(true)

  await a.kill()
  await relaunchA()
  await stateLine(a)
    .getByText(/^1\s+photo ou document à envoyer/)
    .waitFor()
  await open(a, who)
  await a.page.getByText('À envoyer', { exact: true }).waitFor()

  await house.start()
  for (const phone of [a, b]) await online(phone)
  await a.page.getByText('À envoyer', { exact: true }).waitFor({ state: 'detached' })
  await home(a)
  await allSent(a)
  await open(b, who)
  await expect.poll(() => picturesOn(b), { timeout: 30_000 }).toEqual([{ width: 1_200, height: 1_600 }])
  expect(await bytesOn(b)).toEqual([bytes])

  // The whole picture, and the back gesture closes it.
  await tiles(b).first().tap()
  const full = b.page.getByRole('dialog')
  await full.getByRole('img', { name: /^Photo du/ }).waitFor()
  await full.getByText(/^Inès Moreau/).waitFor()
  await b.page.goBack()
  await full.waitFor({ state: 'hidden' })
  await b.page.getByRole('heading', { name: who, level: 1 }).waitFor()

  // What B has seen is there without any network.
  await house.kill()
  await b.page.reload()
  await expect.poll(() => picturesOn(b)).toHaveLength(1)
})

test('what B’s phone has not sent is told by name on A, and appears there by itself', async () => {
  const wire = await startFaultProxy(house.url)
  const c = await joinSpace(house, await inviteFrom(a, 'Karim Colin'), await takePhone(wire.url), wire.url)
  try {
    await open(c, who)
    const photo = await madePhoto(c)
    wire.cutAfter(3_500)
    await addFiles(c, 'Ajouter une photo', photo)
    await open(a, who)
    await a.page.getByText('Encore sur le téléphone de Karim Colin').waitFor({ timeout: 60_000 })
    wire.heal()
    await online(c)
    await expect.poll(() => picturesOn(a), { timeout: 60_000 }).toHaveLength(1)
  } finally {
    await c.discard()
    wire.end()
  }
})

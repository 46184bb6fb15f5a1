import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addFiles, madePhoto } from '../e2e/files.ts'
import { add, home, open } from '../e2e/hands.ts'
import type { Phone } from '../e2e/phone.ts'
import { allSent, type House, startTeam } from '../e2e/team.ts'
import { type Colleague, colleagueOf } from './board.ts'
import { waitingOn } from './emptied.ts'

let house: House
let a: Phone
let b: Phone
let colleague: Colleague
beforeAll(async () => {
  ;({ house, a, b } = await startTeam())
  colleague = await colleagueOf(a, house.url)
})
afterAll(async () => {
  await Promise.all([a, b].map((phone) => phone?.discard()))
  await house.discard()
})

/** What who hosts the server types, beside the server that runs. */
const admin = (...args: string[]) =>
  execFileSync(process.execPath, ['--import', 'tsx', 'src/server/admin.ts', ...args], {
    env: { ...process.env, MAILLAGE_DATA: house.dataDir },
  }).toString()

test('a backup put back under a running server: phones bring back what it lacks, words and photos', async ({
  task,
}) => {
  const file = join(house.dataDir, 'all.gz')
  await add(a, 'Avant la sauvegarde')
  await home(a)
  await allSent(a)
  admin('backup', file)

  await add(a, 'Après la sauvegarde')
  await add(b, 'Après aussi, chez Hugo')
  await open(a, 'Après la sauvegarde')
  await addFiles(a, 'Ajouter une photo', await madePhoto(a, 800, 600))
  for (const phone of [a, b]) {
    await home(phone)
    await allSent(phone)
  }
  const names = ['Avant la sauvegarde', 'Après la sauvegarde', 'Après aussi, chez Hugo']
  await colleague.hasOnce(names)

  expect(admin('restore', file, '--replace')).toContain('remise en place')
  const known = async () => (await colleague.people()).map(({ fields }) => String(fields.name)).sort()
  expect(await known()).toEqual(['Avant la sauvegarde'])
  const from = performance.now()
  const photo = async () => (await colleague.rows()).find(({ table }) => table === 'attachments')?.fields
  await expect.poll(known, { timeout: 60_000, interval: 500 }).toEqual([...names].sort())
  // The words of one may be said again by another; the photo is on the phone that took it.
  const isPhotoThere = async () => {
    const { sha, size } = (await photo()) ?? {}
    return sha !== undefined && (await colleague.bytesOf(sha)).length === size
  }
  await expect.poll(isPhotoThere, { timeout: 60_000, interval: 500 }).toBe(true)
  task.meta.seconds = (performance.now() - from) / 1_000
  expect(await Promise.all([a, b].map(waitingOn))).toEqual([0, 0])
  await colleague.hasOnce(names)
})

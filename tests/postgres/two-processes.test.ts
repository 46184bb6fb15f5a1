import { setTimeout as wait } from 'node:timers/promises'
import { expect, inject, onTestFinished, test } from 'vitest'
import type { AnyRow } from '../../src/domain/record.ts'
import { birth, editOf, save } from '../../src/store/write.ts'
import { syncStoreOf } from '../../src/sync/sync-store.ts'
import { livePhone } from '../server/live-phone.ts'
import { type ServedApp, serveApp } from '../server/served-app.ts'
import { enterWith, type Phone } from '../server/test-phone.ts'
import { ask, newDatabase } from './cluster.ts'
import { memorySpace } from './memory-space.ts'

const phonesCount = 10
/** So many contacts each phone notes after the process was killed, and as many as there is time for before. */
const saves = 20

/** A phone with the app's own store and engine, at the server it is given. */
const phoneOf = (seat: Phone, url: () => string) => {
  const memory = memorySpace(seat)
  const live = livePhone(seat, url, syncStoreOf(memory.space))
  onTestFinished(live.stop)
  return { ...seat, ...memory, ...live }
}
type Held = ReturnType<typeof phoneOf>

/** A contact of its own, and another word on one that all have. */
const note = async ({ space, saved, me }: Held, at: number, shared: string) => {
  const known = await space.db.table<AnyRow, string>('people').get(shared)
  const edit = known && editOf('people', known, { position: `${me} ${at}` })
  const organisation = birth(space, 'organisations', { name: `Atelier ${at}`, source: 'typed' })
  const person = birth(space, 'people', { name: `Nadia ${at}`, source: 'typed' })
  const tie = birth(space, 'affiliations', { person: person.row, organisation: organisation.row, main: true })
  await save(space, [organisation, person, tie, ...(edit ? [edit] : [])])
  saved()
}

test('of two processes over one database one is killed at work: its phones go to the other, and each change is there once', async () => {
  const database = await newDatabase(inject('cluster') as string)
  const start = async (env: Record<string, string> = {}): Promise<ServedApp> => {
    const server = await serveApp({ env: { MAILLAGE_DATABASE_URL: database, ...env } })
    onTestFinished(() => server.close())
    return server
  }
  const [stands, falls] = [await start(), await start({ MAILLAGE_FAILPOINT: 'after-commit:15' })]
  let isFallen = false
  const fallen = falls.ended.then((code) => {
    isFallen = true
    return code
  })
  const director = await enterWith(stands, await stands.said(/#(\S+)/))
  const shared = crypto.randomUUID()
  await director.sync({ changes: [director.change('people', shared, { name: 'Inès Roussel' })] })
  const phones: Held[] = []
  for (let n = 0; n < phonesCount; n += 1) {
    const seat = await enterWith(stands, await director.inviteToken(), `Membre ${n}`)
    phones.push(phoneOf(seat, () => (n % 2 === 0 && !isFallen ? falls : stands).url))
  }
  await Promise.all(phones.map(({ wake }) => wake()))

  const written = phones.map(async (phone) => {
    for (let [at, after] = [0, 0]; after < saves; at += 1) {
      await note(phone, at, shared)
      if (isFallen) after += 1
      await wait(Math.random() * 60)
    }
  })
  // A signal ended it, between a commit and its answer.
  expect(await fallen).toBe(null)
  await Promise.all(written)

  // All is said, both ways: each phone holds what the server holds.
  const differs = async (phone: Held) => {
    const { cursor, acked, left } = await syncStoreOf(phone.space).state()
    if (left !== undefined || acked < (phone.minted().at(-1)?.n ?? 0)) return true
    return (await phone.sync({ cursor, digest: phone.digest() })).body.digest !== 'same'
  }
  await expect
    .poll(async () => (await Promise.all(phones.map(differs))).filter(Boolean).length, { timeout: 60_000 })
    .toBe(0)
  expect(new Set(phones.map(({ digest }) => digest())).size).toBe(1)

  const minted = phones.flatMap((phone) => phone.minted().map(({ device, n, id }) => `${device} ${n} ${id}`))
  const kept = await ask(database, "SELECT device, n, id, seq, refused FROM changes WHERE device <> ''")
  const theirs = kept.filter(({ device }) => device !== director.device)
  expect(theirs.map(({ device, n, id }) => `${device} ${n} ${id}`).sort()).toEqual(minted.sort())
  expect(kept.filter(({ refused }) => refused !== null)).toEqual([])
  // Each number was given once, none twice and none for nothing: to a change or to somebody who entered.
  const [campus] = await ask(database, 'SELECT seq FROM campuses')
  expect(new Set(kept.map(({ seq }) => seq)).size).toBe(kept.length)
  expect(Number(campus?.seq)).toBe(kept.length + phonesCount + 1)
}, 120_000)

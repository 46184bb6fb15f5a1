import { expect, test } from 'vitest'
import { waitingIn } from '../../src/store/outbox.ts'
import { refusedIn } from '../../src/store/refused.ts'
import { madeCampus } from './made-campus.ts'
import { madePhone } from './phone.ts'

const two = async () => {
  const campus = madeCampus()
  return { campus, ours: await madePhone(campus), theirs: await madePhone(campus) }
}

test('too much at once is sent in halves, and what was found to be too much is not tried again', async () => {
  const { campus, ours } = await two()
  for (let at = 0; at < 40; at += 1) await ours.notes(`Personne ${at}`)
  const most = 2_000
  ours.meets(({ changes }) => (JSON.stringify(changes).length > most ? { kind: 'too-large', isOurs: true } : undefined))
  expect(await ours.sync()).toEqual({})
  expect(campus.ackedOf(ours.space.device)).toBe(40)
  const tooLarge = ours.requests.filter(({ changes }) => JSON.stringify(changes).length > most)
  expect(tooLarge.length).toBeLessThan(5)
})

test('a server that tells its limit is sent what fits at once', async () => {
  const { ours } = await two()
  for (let at = 0; at < 40; at += 1) await ours.notes(`Personne ${at}`)
  ours.meets(({ changes }) =>
    JSON.stringify(changes).length > 3_000 ? { kind: 'too-large', isOurs: true, maxBytes: 3_000 } : undefined,
  )
  await ours.sync()
  expect(ours.requests.filter(({ changes }) => JSON.stringify(changes).length > 3_000)).toHaveLength(1)
})

test('a change too large by itself is set aside with its text, and what comes after it is sent', async () => {
  const { campus, ours } = await two()
  const report = 'Très long. '.repeat(1_000)
  await ours.notes('Avant')
  const row = await ours.notes('Élodie', { position: report })
  await ours.notes('Après')
  ours.meets(({ changes }) =>
    JSON.stringify(changes).length > 5_000 ? { kind: 'too-large', isOurs: true } : undefined,
  )
  expect(await ours.sync()).toEqual({})
  expect(campus.rowsOf('people')).toHaveLength(2)
  expect((await refusedIn(ours.space)).listed).toMatchObject([
    { n: 2, code: 'too-large', change: { row, fields: { position: report } } },
  ])
  expect((await ours.person(row))?.position).toBe(report)
  expect(await waitingIn(ours.space)).toMatchObject({ changes: 0 })
})

test('what was set aside no longer stands in its row, where nobody else would ever read it', async () => {
  const { campus, ours } = await two()
  const row = await ours.notes('Élodie', { position: 'Cheffe de projet' })
  await ours.sync()
  await ours.edits(row, { position: 'Très long. '.repeat(1_000) })
  ours.meets(({ changes = [] }) =>
    JSON.stringify(changes).length > 5_000 ? { kind: 'too-large', isOurs: true } : undefined,
  )
  expect(await ours.sync()).toEqual({})
  expect((await ours.person(row))?.position).toBe('Cheffe de projet')
  expect((await refusedIn(ours.space)).listed).toHaveLength(1)
  expect(campus.rowsOf('people')).toHaveLength(1)
})

test('a change too large by itself is set aside once, also when nothing comes after it', async () => {
  const { campus, ours } = await two()
  await ours.notes('Avant')
  await ours.notes('Élodie', { position: 'Très long. '.repeat(1_000) })
  ours.meets(({ changes = [] }) =>
    JSON.stringify(changes).length > 5_000 ? { kind: 'too-large', isOurs: true } : undefined,
  )
  expect(await ours.sync()).toEqual({})
  expect(await ours.sync()).toEqual({})
  expect((await refusedIn(ours.space)).listed).toMatchObject([{ n: 2, code: 'too-large' }])
  await ours.notes('Après')
  await ours.sync()
  expect(campus.rowsOf('people')).toHaveLength(2)
})

test('a proxy that finds one change too large takes nothing out of what is to be sent', async () => {
  const { ours } = await two()
  for (const name of ['Élodie', 'Bruno', 'Chloé']) await ours.notes(name)
  ours.meets(() => ({ kind: 'too-large', isOurs: false }))
  expect(await ours.sync()).toEqual({ trouble: 'server' })
  expect((await refusedIn(ours.space)).listed).toEqual([])
  expect(await waitingIn(ours.space)).toMatchObject({ changes: 3 })
})

test('where the network breaks off whatever is long, without a word, smaller requests get through', async () => {
  const { campus, ours } = await two()
  for (let at = 0; at < 60; at += 1) await ours.notes(`Personne ${at}`, { position: 'Cheffe de projet. '.repeat(100) })
  const weightOf = ({ changes = [] }: (typeof ours.requests)[number]) => JSON.stringify(changes).length
  const most = 30_000
  ours.meets((request) => (weightOf(request) > most ? { kind: 'no-network', isSlow: false } : undefined))
  const rounds = async () => {
    for (let tries = 1; tries <= 10; tries += 1) if (!(await ours.sync()).trouble) return tries
    return Number.POSITIVE_INFINITY
  }
  expect(await rounds()).toBeLessThanOrEqual(5)
  expect(campus.ackedOf(ours.space.device)).toBe(60)
  const long = ours.requests.filter((request) => weightOf(request) > most)
  expect(long.length).toBeLessThanOrEqual(4)
})

test('a network that is not there makes no request smaller by one failure, nor a short one by many', async () => {
  const { ours } = await two()
  for (let at = 0; at < 5; at += 1) await ours.notes(`Personne ${at}`)
  ours.meets(() => ({ kind: 'no-network', isSlow: false }))
  for (let tries = 0; tries < 5; tries += 1) await ours.sync()
  ours.meets(() => undefined)
  await ours.sync()
  expect(ours.requests.at(-1)?.changes).toHaveLength(5)
})

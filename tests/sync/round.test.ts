import { expect, test } from 'vitest'
import type { AnyRow } from '../../src/domain/record.ts'
import { waitingIn } from '../../src/store/outbox.ts'
import { listed } from '../../src/store/read.ts'
import { refusedIn, resend } from '../../src/store/refused.ts'
import { syncStateOf } from '../../src/store/sync-state.ts'
import { birth, save } from '../../src/store/write.ts'
import { madeCampus, valuesIn } from './made-campus.ts'
import { madePhone, type Phone } from './phone.ts'

const names = async ({ space }: Phone) => (await listed(space, 'people')).map(({ name }) => name)
const two = async () => {
  const campus = madeCampus()
  return { campus, ours: await madePhone(campus), theirs: await madePhone(campus) }
}

test('what each noted is on both phones after each has had its round', async () => {
  const { ours, theirs } = await two()
  await ours.notes('Élodie')
  await theirs.notes('Paul')
  for (const phone of [ours, theirs, ours]) expect(await phone.sync()).toEqual({})
  expect(await names(ours)).toEqual(['Élodie', 'Paul'])
  expect(await names(theirs)).toEqual(['Élodie', 'Paul'])
  expect(await waitingIn(ours.space)).toMatchObject({ changes: 0, saves: 0 })
})

test('one field that changed is one request on each phone, and nothing but that field comes down', async () => {
  const { ours, theirs } = await two()
  const row = await ours.notes('Élodie', { position: 'Tutrice' })
  for (const phone of [ours, theirs]) await phone.sync()
  ours.requests.length = theirs.requests.length = 0
  await ours.edits(row, { mobile: '+33639980142' })
  await ours.sync()
  await theirs.sync()
  expect([ours.requests.length, theirs.requests.length]).toEqual([1, 1])
  expect(ours.requests[0]?.changes?.map(({ fields }) => fields)).toEqual([{ mobile: '+33639980142' }])
  expect(valuesIn(await theirs.person(row))).toEqual({
    name: 'Élodie',
    position: 'Tutrice',
    mobile: '+33639980142',
  })
})

test('a clock that is set while the server answers is known for what it is afterwards', async () => {
  const noon = 1_800_000_000_000
  let [clock, elapsed] = [noon, 0]
  const campus = madeCampus(() => noon + elapsed)
  const phone = await madePhone(
    campus,
    () => clock,
    () => elapsed,
  )
  phone.meets(() => {
    elapsed += 2_000
    clock += 86_400_000
    return undefined
  })
  await phone.sync()
  expect(await phone.space.db.table('meta').get('mark')).toMatchObject({ offset: -86_399_000 + 2_000 - 1_000 + 1_000 })
})

test('a reply that is lost after the server took the changes costs nothing: each is there once', async () => {
  const { campus, ours, theirs } = await two()
  await ours.notes('Élodie')
  await ours.notes('Paul')
  ours.meets(() => 'lost')
  expect(await ours.sync()).toEqual({ trouble: 'no-network' })
  expect(await waitingIn(ours.space)).toMatchObject({ changes: 2, saves: 1 })
  ours.meets(() => undefined)
  expect(await ours.sync()).toEqual({})
  expect(campus.changesTaken()).toBe(2)
  await theirs.sync()
  expect(await names(theirs)).toEqual(['Élodie', 'Paul'])
})

test.each([
  ['nothing answers', { kind: 'no-network', isSlow: false }, 'no-network'],
  ['a portal answers', { kind: 'portal' }, 'portal'],
  ['the server has a fault', { kind: 'server' }, 'server'],
  ['the server is busy', { kind: 'busy', retryAfter: 7_000 }, 'server'],
  ['this device is a member no longer', { kind: 'signed-out' }, 'signed-out'],
  ['the server speaks a newer protocol', { kind: 'outdated' }, 'outdated'],
] as const)(
  'when %s, nothing leaves the outbox, the cursor stays and the reason is told',
  async (_, answer, trouble) => {
    const { ours } = await two()
    await ours.notes('Élodie')
    await ours.sync()
    const before = await syncStateOf(ours.space)
    await ours.notes('Paul')
    ours.meets(() => answer)
    expect((await ours.sync()).trouble).toBe(trouble)
    expect(await syncStateOf(ours.space)).toEqual({ ...before, trouble, lastTry: 1_800_000_000_000 })
    expect((await ours.outbox()).map(({ n }) => n)).toEqual([1, 2])
  },
)

test('a server that is busy says how long it wants to be left alone', async () => {
  const { ours } = await two()
  ours.meets(() => ({ kind: 'busy', retryAfter: 7_000 }))
  expect(await ours.sync()).toEqual({ trouble: 'server', retryAfter: 7_000 })
})

test('a trouble is forgotten with the next round that ends well', async () => {
  const { ours } = await two()
  ours.meets(() => ({ kind: 'portal' }))
  await ours.sync()
  ours.meets(() => undefined)
  await ours.sync()
  expect(await syncStateOf(ours.space)).not.toHaveProperty('trouble')
})

test('a change that is refused in the middle is shown to the person, and the others arrive', async () => {
  const { campus, ours, theirs } = await two()
  campus.refuse(({ fields }) => (fields.name === 'Personne 7' ? 'invalid' : undefined))
  for (let at = 0; at < 20; at += 1) await ours.notes(`Personne ${at}`)
  expect(await ours.sync()).toEqual({})
  await theirs.sync()
  expect(await names(theirs)).toHaveLength(19)
  expect((await refusedIn(ours.space)).listed).toMatchObject([
    { n: 8, code: 'invalid', change: { fields: { name: 'Personne 7' } } },
  ])
})

test('a refusal whose reply was lost is told all the same', async () => {
  const { campus, ours } = await two()
  campus.refuse(({ fields }) => (fields.name === 'Paul' ? 'forbidden' : undefined))
  for (const name of ['Élodie', 'Paul', 'Zoé']) await ours.notes(name)
  ours.meets(() => 'lost')
  await ours.sync()
  ours.link.size = { ...ours.link.size, changes: 1 }
  ours.meets(() => undefined)
  await ours.sync()
  expect((await refusedIn(ours.space)).listed.map(({ n }) => n)).toEqual([2])
})

test('a refused change sent again does not silence what a colleague wrote meanwhile', async () => {
  const { campus, ours, theirs } = await two()
  const row = await ours.notes('Élodie', { position: 'Tutrice' })
  for (const phone of [ours, theirs]) await phone.sync()
  campus.refuse(({ fields }) => (fields.position === 'Cheffe' ? 'forbidden' : undefined))
  await ours.edits(row, { position: 'Cheffe' })
  await theirs.edits(row, { position: 'Gérante' })
  for (const phone of [theirs, ours]) await phone.sync()
  campus.refuse(() => undefined)
  for (const refused of (await refusedIn(ours.space)).listed) await resend(ours.space, refused)
  for (const phone of [ours, theirs]) await phone.sync()
  const { position, versions } = (await theirs.person(row)) as AnyRow
  expect([position, versions?.position?.value].sort()).toEqual(['Cheffe', 'Gérante'])
})

test('a server that lacks some of the changes is sent them from there on', async () => {
  const { campus, ours } = await two()
  const backup = campus.backup()
  for (const name of ['Élodie', 'Paul']) await ours.notes(name)
  await ours.sync()
  await ours.notes('Zoé')
  backup()
  await ours.sync()
  expect(campus.rowsOf('people')).toHaveLength(3)
  expect(ours.requests.map(({ changes = [] }) => changes.map(({ n }) => n))).toEqual([[1, 2], [3], [1, 2, 3]])
})

test('after a server was restored from a backup, everything is offered again and nothing is lost', async () => {
  const { campus, ours, theirs } = await two()
  const before = await ours.notes('Élodie', { position: 'Tutrice' })
  for (const phone of [ours, theirs]) await phone.sync()
  const backup = campus.backup()
  await theirs.edits(before, { mobile: '+33639980142' })
  const after = await ours.notes('Paul')
  for (const phone of [ours, theirs, ours]) await phone.sync()
  backup()
  for (const phone of [ours, theirs, ours]) expect(await phone.sync()).toEqual({})
  for (const row of [before, after]) {
    const values = campus.valuesOf('people', row)
    expect(values).toHaveProperty('name')
    for (const phone of [ours, theirs]) expect(valuesIn(await phone.person(row)), phone.space.device).toEqual(values)
  }
  expect(campus.valuesOf('people', before)).toMatchObject({ mobile: '+33639980142' })
  expect(await waitingIn(ours.space)).toMatchObject({ changes: 0 })
})

test('changes the phone no longer keeps do not stop what comes after them', async () => {
  const { campus, ours } = await two()
  for (const name of ['Élodie', 'Paul', 'Zoé']) await ours.notes(name)
  await ours.space.db.table('outbox').bulkDelete([1, 2])
  expect(await ours.sync()).toEqual({})
  expect(campus.ackedOf(ours.space.device)).toBe(3)
})

test('a server that answers and takes nothing is left alone, and what waits is told', async () => {
  const { ours } = await two()
  await ours.notes('Élodie')
  ours.meets(({ rid, cursor }) => ({ kind: 'reply', reply: { p: 1, rid, epoch: 'e1', now: 0, acked: 0, cursor } }))
  expect(await ours.sync()).toEqual({ trouble: 'server' })
  expect(await waitingIn(ours.space)).toMatchObject({ changes: 1 })
})

test('thousands of changes and rows travel in few requests, more at a time while the link is good', async () => {
  const { campus, ours, theirs } = await two()
  const { space } = ours
  const many = Array.from({ length: 3_000 }, (_, at) => ({ name: `Personne ${at}` }))
  await save(
    space,
    many.map((values) => birth(space, 'people', values)),
  )
  await ours.sync()
  expect(campus.rowsOf('people')).toHaveLength(3_000)
  expect(ours.requests.map(({ changes = [] }) => changes.length)).toEqual([250, 1_000, 1_750])
  await theirs.sync()
  expect(await theirs.space.db.table('people').count()).toBe(3_000)
  expect(theirs.requests.map(({ limit }) => limit)).toEqual([undefined, 2_000, 4_000])
})

test('after a request that took too long the next one holds half as much', async () => {
  const { ours } = await two()
  for (let at = 0; at < 8; at += 1) await ours.notes(`Personne ${at}`)
  ours.meets(() => ({ kind: 'no-network', isSlow: true }))
  for (let at = 0; at < 5; at += 1) await ours.sync()
  expect(ours.requests.map(({ changes = [] }) => changes.length)).toEqual([8, 4, 2, 1, 1])
})

test('what is saved while a round runs goes with the same round', async () => {
  const { campus, ours } = await two()
  await ours.notes('Élodie')
  ours.meets(async () => {
    if (ours.requests.length === 1) await ours.notes('Paul')
    return undefined
  })
  expect(await ours.sync()).toEqual({})
  expect(campus.rowsOf('people')).toHaveLength(2)
  expect(await waitingIn(ours.space)).toMatchObject({ changes: 0 })
})

import { expect, test } from 'vitest'
import type { Change } from '../../src/protocol/change.ts'
import type { News, SyncReply } from '../../src/protocol/sync-message.ts'
import { bringTo, docOf, readingOf, stateOf, type TextDoc } from '../../src/protocol/text-doc.ts'
import { heldTexts, textKey } from '../../src/store/held-text.ts'
import { missingStep } from '../../src/store/missing-step.ts'
import { waitingIn } from '../../src/store/outbox.ts'
import { type Asked, receive } from '../../src/store/receive.ts'
import { refusedIn, resend } from '../../src/store/refused.ts'
import { schemaSteps } from '../../src/store/schema-steps.ts'
import type { Space } from '../../src/store/space.ts'
import { setAside } from '../../src/store/sync-marks.ts'
import { freshSync, syncStateOf } from '../../src/store/sync-state.ts'
import { birth, save } from '../../src/store/write.ts'
import { catalog } from '../prose/minutes.ts'
import { inAnotherTab, testSpace } from './test-space.ts'

const opening = { catalog, steps: [...schemaSteps, missingStep(catalog) ?? []].flat() }
const open = () => testSpace(opening)
const born = async (space: Space, values: object = {}) => {
  const edit = birth(space, 'minutes', { title: 'COPIL', ...values })
  await save(space, [edit])
  return edit.row
}
const outbox = (space: Space) => space.db.table<Change, number>('outbox').toArray()
const body = async (space: Space, row: string) => (await space.db.table('minutes').get(row))?.body
const heldIn = async (space: Space, row: string) =>
  docOf((await heldTexts(space).get(textKey('minutes', row, 'body')))?.updates ?? [])
const textOf = ({ fields }: Change) => (fields.body as { text: string }).text
const read = (space: Space, row: string, text: string) =>
  save(space, [{ table: 'minutes', row, fields: { body: text } }])

/** What the server answers to what waits; `told`: of the row. */
const answer = async (space: Space, reply: Partial<SyncReply>, told: Partial<News>[] = []) => {
  const { epoch, cursor, acked, whole } = await syncStateOf(space)
  const sent = (await outbox(space)).filter(({ n }) => n > acked).map(({ device: _, ...change }) => change)
  const asked: Asked = {
    ...(epoch !== undefined && { epoch }),
    cursor,
    changes: sent,
    offset: 0,
    ...(whole && { whole }),
  }
  const rows = told.map((one) => ({ table: 'minutes', row: '', seq: cursor + 1, by: 'x', at: 1, fields: {}, ...one }))
  const all: SyncReply = { p: 1, rid: 'r', now: 1, acked, cursor: cursor + 1, rows, ...reply }
  return receive(space, all, asked)
}
const asServer = (doc: TextDoc) => ({
  fields: { body: readingOf(doc) },
  texts: { body: { whole: true, updates: [stateOf(doc)] } },
})

test('a row is born without a word in its text; what it is to read comes as an update after it', async () => {
  const space = await open()
  const row = await born(space, { body: 'Bonjour\r\nà tous 😀' })
  const [first, second] = await outbox(space)
  expect(first?.fields).toEqual({ title: 'COPIL' })
  expect(readingOf(docOf([textOf(second as Change)]))).toBe('Bonjour\nà tous 😀')
  expect(await body(space, row)).toBe('Bonjour\nà tous 😀')
  expect(readingOf(await heldIn(space, row))).toBe('Bonjour\nà tous 😀')
})

test('a long text goes in pieces; taking the save back takes its words back, and nobody else’s', async () => {
  const space = await open()
  const row = await born(space)
  const undo = await read(space, row, 'é'.repeat(150_000))
  expect((await outbox(space)).length).toBeGreaterThan(4)
  await save(space, undo)
  expect(await body(space, row)).toBeUndefined()
  const all = (await outbox(space)).slice(1).map(textOf)
  expect(readingOf(docOf(all))).toBe('')
})

test('two tabs that write one text lose no word', async () => {
  const space = await open()
  const other = await inAnotherTab(space, opening)
  const row = await born(space)
  const [here, there] = [docOf([]), docOf([])]
  const say = (tab: Space, doc: TextDoc, text: string) =>
    save(
      tab,
      bringTo(doc, text).map((one) => ({ table: 'minutes', row, fields: { body: { text: one } } })),
    )
  await Promise.all([say(space, here, 'ici '), say(other, there, 'là ')])
  await Promise.all([say(other, there, 'là-bas '), say(space, here, 'ici même ')])
  for (const word of ['ici même ', 'là-bas ']) expect(await body(space, row)).toContain(word)
  expect(readingOf(await heldIn(space, row))).toBe(await body(space, row))
})

test('what a colleague wrote comes in beside what waits here', async () => {
  const space = await open()
  const row = await born(space)
  await read(space, row, 'de moi ')
  const theirs = docOf([])
  bringTo(theirs, 'de Nadia ')
  await answer(space, { acked: 0 }, [{ row, ...asServer(theirs), born: { by: 'x', at: 1 } }])
  for (const word of ['de moi ', 'de Nadia ']) expect(await body(space, row)).toContain(word)
  const more = bringTo(theirs, 'de Nadia encore ')
  await answer(space, { acked: 0 }, [{ row, fields: { body: readingOf(theirs) }, texts: { body: { updates: more } } }])
  for (const word of ['de moi ', 'de Nadia encore ']) expect(await body(space, row)).toContain(word)
  expect(readingOf(await heldIn(space, row))).toBe(await body(space, row))
})

test('where nothing waits it reads as the server says', async () => {
  const space = await open()
  const row = space.newId()
  const theirs = docOf([])
  bringTo(theirs, 'tout')
  await answer(space, {}, [{ row, ...asServer(theirs), born: { by: 'x', at: 1 } }])
  const more = bringTo(theirs, '')
  await answer(space, {}, [{ row, fields: { body: null }, texts: { body: { updates: more } } }])
  expect(await body(space, row)).toBeUndefined()
  expect(readingOf(await heldIn(space, row))).toBe('')
})

test('what is refused leaves the text with all that builds on it, can be read, and comes back when sent again', async () => {
  const space = await open()
  const row = await born(space)
  const [mine, apart] = [docOf([]), docOf([])]
  const say = (doc: TextDoc, text: string) =>
    save(
      space,
      bringTo(doc, text).map((one) => ({ table: 'minutes', row, fields: { body: { text: one } } })),
    )
  await say(mine, 'refusé ')
  await say(mine, 'refusé et bâti dessus ')
  await say(apart, 'à part ')
  const [, refused] = await outbox(space)
  const told = { row, fields: { title: 'COPIL' }, born: { by: space.me, at: 1 } }
  await answer(space, { acked: refused?.n ?? 0, refused: [{ n: refused?.n ?? 0, code: 'too-large' }] }, [told])
  expect(await body(space, row)).toBe('à part ')
  expect((await heldTexts(space).get(textKey('minutes', row, 'body')))?.turn).toBe(1)
  const { listed } = await refusedIn(space)
  expect(listed.map(({ n, code }) => [n, code])).toEqual([
    [2, 'too-large'],
    [3, 'too-large'],
  ])
  expect((await outbox(space)).map(({ n }) => n)).toEqual([1, 2, 4])
  for (const one of listed) await resend(space, one)
  for (const word of ['à part ', 'refusé et bâti dessus ']) expect(await body(space, row)).toContain(word)
  expect((await refusedIn(space)).listed).toEqual([])
})

test('what was set aside is not offered again and again, and takes along what builds on it', async () => {
  const space = await open()
  const row = await born(space)
  const mine = docOf([])
  for (const text of ['trop ', 'trop et la suite '])
    await save(
      space,
      bringTo(mine, text).map((one) => ({ table: 'minutes', row, fields: { body: { text: one } } })),
    )
  const [, tooLarge] = await outbox(space)
  await setAside(space, tooLarge as Change)
  await answer(space, { acked: 1 }, [{ row, fields: { title: 'COPIL' }, born: { by: space.me, at: 1 } }])
  expect((await refusedIn(space)).listed.map(({ n }) => n)).toEqual([2, 3])
  expect((await outbox(space)).map(({ n }) => n)).toEqual([1])
  expect(await body(space, row)).toBeUndefined()
})

test('a server put back from a backup is offered what it lacks of a text, its author away', async () => {
  const space = await open()
  const row = space.newId()
  const theirs = docOf([])
  bringTo(theirs, 'avant ')
  const old = docOf([stateOf(theirs)])
  bringTo(theirs, 'avant et après ')
  await answer(space, { epoch: 'e1' }, [{ row, ...asServer(theirs), born: { by: 'x', at: 1 } }])
  expect(await outbox(space)).toEqual([])

  await answer(space, { epoch: 'e2', cursor: 1_000 }, [{ row, seq: 900, ...asServer(old), born: { by: 'x', at: 1 } }])
  expect(await body(space, row)).toBe('avant et après ')
  const offers = await outbox(space)
  expect(offers).toMatchObject([{ n: 1, table: 'minutes', row, base: 900 }])
  expect(readingOf(docOf([stateOf(old), ...offers.map(textOf)]))).toBe('avant et après ')
  expect(await syncStateOf(space)).not.toMatchObject({ ...freshSync, lastDone: expect.anything() })

  await answer(space, { epoch: 'e3', cursor: 2_000, acked: 1 }, [
    { row, seq: 1_900, ...asServer(theirs), born: { by: 'x', at: 1 } },
  ])
  expect(await outbox(space)).toHaveLength(1)
})

test('what is written in one text waits as one thing, however often it was saved', async () => {
  let clock = 1_000
  const space = await testSpace({ ...opening, now: () => clock })
  const row = await born(space)
  for (const text of ['P', 'Pr', 'Présents']) {
    clock += 1_000
    await read(space, row, text)
  }
  expect(await waitingIn(space)).toMatchObject({ changes: 4, saves: 2 })
})

test('a save that fails leaves no word behind in the text that is written next', async () => {
  const space = await open()
  const row = await born(space)
  await read(space, row, 'un')
  const fails = { table: 'people', row: 'p', fields: { name: (() => 'x') as unknown as string }, born: true }
  const both = [{ table: 'minutes', row, fields: { body: 'un deux' } }, fails]
  await expect(save(space, both)).rejects.toThrow()
  await read(space, row, 'un trois')
  expect(await body(space, row)).toBe('un trois')
  expect(readingOf(docOf((await outbox(space)).slice(1).map(textOf)))).toBe('un trois')
  expect(readingOf(await heldIn(space, row))).toBe('un trois')
})

test('a text of a field this version does not know is kept for the one that will', async () => {
  const space = await open()
  const row = await born(space)
  const theirs = docOf([])
  bringTo(theirs, 'plus tard')
  const texts = { later: { updates: [stateOf(theirs)] } }
  await answer(space, { acked: 1 }, [{ row, fields: { later: 'plus tard' }, texts }])
  const held = await heldTexts(space).get(textKey('minutes', row, 'later'))
  expect(readingOf(docOf(held?.updates ?? []))).toBe('plus tard')
})

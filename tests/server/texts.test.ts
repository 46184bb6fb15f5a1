import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bytesOf } from '../../src/protocol/base64.ts'
import { bringTo, docOf, MOST_TEXT, readingOf, stateOf, type TextDoc, toSend } from '../../src/protocol/text-doc.ts'
import { catalog } from '../prose/minutes.ts'
import type { RunningHouse } from './running-house.ts'
import { houseOfTwo, type Phone } from './test-phone.ts'

let [house, a, b] = [] as unknown as [RunningHouse, Phone, Phone]
beforeAll(async () => {
  ;({ house, a, b } = await houseOfTwo({ catalog }))
})
afterAll(() => house?.close())

/** What a phone types: the changes that bring its copy to this text. */
const typed = (by: Phone, row: string, doc: TextDoc, text: string) =>
  bringTo(doc, text).map((update) => by.change('minutes', row, { body: { text: update } }))
const born = async (by: Phone) => {
  const row = randomUUID()
  await by.sync({ changes: [by.change('minutes', row, { title: 'COPIL' })] })
  return row
}
const heard = async (by: Phone, row: string, more: object = {}) => {
  const { body } = await by.sync(more)
  const news = body.rows?.find((one) => one.row === row)
  return { ...body, text: news?.fields.body, told: news?.texts?.body }
}

test('two people’s words stand in one text, which a phone hears as updates and a new one as a whole', async () => {
  const row = await born(a)
  const [one, other] = [docOf([]), docOf([])]
  const before = await heard(b, row)
  await a.sync({ changes: typed(a, row, one, 'Bonjour à tous 😀') })
  const { body } = await b.sync({ changes: typed(b, row, other, 'Ordre du jour\n') })
  expect(body.refused).toBeUndefined()

  const since = await heard(b, row, { cursor: before.cursor })
  expect(since.told?.whole).toBeUndefined()
  expect(since.told?.updates).toHaveLength(1)
  for (const word of ['Bonjour à tous 😀', 'Ordre du jour\n']) expect(since.text).toContain(word)
  expect(readingOf(docOf([stateOf(other), ...(since.told?.updates ?? [])]))).toBe(since.text)

  const fresh = await heard(b, row, { whole: true })
  expect(fresh.told?.whole).toBe(true)
  expect(readingOf(docOf(fresh.told?.updates ?? []))).toBe(since.text)
})
test('what comes twice, or again after the answer was lost, has no effect', async () => {
  const row = await born(a)
  const changes = typed(a, row, docOf([]), 'une fois')
  await a.sync({ changes })
  await a.sync({ changes })
  const again = changes.map(({ fields }) => a.change('minutes', row, fields))
  expect((await a.sync({ changes: again })).body.refused).toBeUndefined()
  expect((await heard(b, row)).text).toBe('une fois')
})

test('a text that was emptied is an empty field, and is written on', async () => {
  const row = await born(a)
  const doc = docOf([])
  await a.sync({ changes: [...typed(a, row, doc, 'faux'), ...typed(a, row, doc, '')] })
  expect((await heard(b, row)).text).toBeUndefined()
  await a.sync({ changes: typed(a, row, doc, 'juste') })
  expect((await heard(b, row)).text).toBe('juste')
})

describe('after many updates they are folded', () => {
  test('who was away long is told the whole, and loses no word', async () => {
    const row = await born(a)
    const doc = docOf([])
    const away = await heard(b, row)
    const words = Array.from({ length: 230 }, (_, n) => `mot${n}`)
    for (const [n] of words.entries()) await a.sync({ changes: typed(a, row, doc, words.slice(0, n + 1).join(' ')) })
    const back = await heard(b, row, { cursor: away.cursor })
    expect(back.told?.whole).toBe(true)
    expect(readingOf(docOf(back.told?.updates ?? []))).toBe(words.join(' '))
    await a.sync({ changes: typed(a, row, doc, `${words.join(' ')} fin`) })
    const next = await heard(b, row, { cursor: back.cursor })
    expect(next.told).toMatchObject({ updates: [expect.any(String)] })
  }, 60_000)
})

describe('what is refused', () => {
  test('is no update, another field’s words, or a plain value', async () => {
    const row = await born(a)
    const [good = ''] = bringTo(docOf([]), 'ok')
    const odd = ['', 'zzz', 'AAAA', '====', good.slice(1), 'é'].map((text) => ({ body: { text } }))
    const { body } = await a.sync({
      changes: [...odd, { body: 'plain' }, { body: null }, { body: { add: ['x'] } }, { title: { text: good } }].map(
        (fields) => a.change('minutes', row, fields as never),
      ),
    })
    // An update that says nothing is an update.
    expect(body.refused?.map(({ code }) => code)).toEqual(Array(body.refused?.length).fill('invalid'))
    expect(body.refused?.length).toBeGreaterThanOrEqual(9)
    const { body: after } = await a.sync({ changes: [a.change('minutes', row, { body: { text: good } })] })
    expect(after.refused).toBeUndefined()
    expect(house.lines.filter((line) => line.startsWith('error'))).toEqual([])
  })

  test('is what hundreds of writers would build on words that never came; the text is written on', async () => {
    const row = await born(a)
    const doc = docOf([])
    await a.sync({ changes: typed(a, row, doc, 'Bonjour') })
    const waiting = (from: number, count: number) =>
      Array.from({ length: count }, (_, n) => {
        const writer = docOf([])
        bringTo(writer, `mot ${from + n}`)
        return bytesOf(bringTo(writer, `mot ${from + n}, et la suite`)[0] ?? '')
      })
    const sent = (from: number, count: number) =>
      toSend(waiting(from, count)).map((text) => a.change('minutes', row, { body: { text } }))
    expect((await a.sync({ changes: sent(0, 300) })).body.refused).toBeUndefined()
    const more = sent(300, 300)
    expect((await a.sync({ changes: more })).body.refused).toEqual([{ n: more[0]?.n, code: 'too-large' }])
    await a.sync({ changes: typed(a, row, doc, 'Bonjour à tous') })
    expect((await heard(b, row)).text).toBe('Bonjour à tous')
  })

  test('is more than there is room for; what builds on it goes with it, what does not is taken', async () => {
    const row = await born(a)
    const [one, other] = [docOf([]), docOf([])]
    for (let n = 0; n < 3; n += 1)
      await a.sync({ changes: typed(a, row, one, 'x'.repeat(Math.floor((MOST_TEXT * (n + 1)) / 3))) })
    const tooMuch = typed(a, row, one, `${readingOf(one)}trop`)
    const more = typed(a, row, one, `${readingOf(one)} encore`)
    const less = typed(a, row, other, '')
    const apart = a.change('minutes', row, { title: 'COPIL de novembre' })
    const { body } = await a.sync({ changes: [...tooMuch, ...more, ...less, apart] })
    expect(body.refused).toEqual([
      { n: tooMuch[0]?.n, code: 'too-large' },
      { n: more[0]?.n, code: 'too-large' },
    ])
    expect(body.rows?.find((told) => told.row === row)).toMatchObject({
      fields: { title: 'COPIL de novembre' },
      texts: { body: { whole: true } },
    })
    expect((await heard(b, row)).text).toHaveLength(MOST_TEXT)
  }, 60_000)
})

test('the past of a text is what it read after each sitting, not each key', async () => {
  const row = await born(a)
  const doc = docOf([])
  const say = async (text: string, at: number) => {
    const changes = typed(a, row, doc, text).map((change) => ({ ...change, at }))
    await a.sync({ changes })
  }
  const hour = 3_600_000
  const start = Date.now() - 5 * hour
  for (const [n, text] of ['P', 'Pr', 'Présents'].entries()) await say(text, start + n * 1_000)
  await say('Présents : Nadia', start + hour)
  const { body } = await a.ask<{ entries: object[]; more: boolean }>('history', {
    table: 'minutes',
    row,
    field: 'body',
  })
  expect(body.entries).toMatchObject([
    { change: 'Présents : Nadia', by: a.me },
    { change: 'Présents', lost: false },
  ])
})

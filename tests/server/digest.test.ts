import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { wholeCatalog as catalog } from '../../src/domain/whole-catalog.ts'
import { afterNews } from '../../src/protocol/received.ts'
import { digestHere, withDigest } from '../../src/protocol/row-digest.ts'
import type { News } from '../../src/protocol/sync-message.ts'
import { houseOfTwo } from './test-phone.ts'

const digestOf = (rows: readonly News[] = []) =>
  rows.reduce((sum, news) => withDigest(sum, digestHere(news.table, afterNews(undefined, news, []))), 0)

test('a phone that heard all is told that it shows the same; one that misses a word, or has news to hear, is not', async () => {
  const { a, b } = await houseOfTwo()
  const [nadia, bruno] = [randomUUID(), randomUUID()]
  await a.sync({
    changes: [
      a.change('people', nadia, { name: 'Nadia Fontaine', notes: 'é\r\n😀 ‮' }),
      a.change('organisations', randomUUID(), { name: 'Scierie', tags: { add: ['textile', 'bois'] }, latitude: 0.1 }),
      a.change('people', bruno, { name: 'Bruno' }),
      a.change('people', bruno, { deletedAt: '2026-11-22T10:00:00.000Z' }),
      a.change('people', nadia, { notes: null, position: 'Tutrice', colour: 'a later version' }),
    ],
  })
  await b.sync({ changes: [b.change('people', nadia, { name: 'Nadia Fontaine-Roy' })] })
  const { body } = await b.sync({ whole: true })
  const digest = digestOf(body.rows)
  expect(Object.keys(catalog)).toEqual(expect.arrayContaining(body.rows?.map(({ table }) => table) ?? []))
  expect(body.rows?.find(({ row }) => row === nadia)?.versions).toBeDefined()
  const asks = async (more: object) => (await b.sync({ cursor: body.cursor, ...more })).body.digest
  expect([await asks({ digest }), await asks({ digest: digest + 1 }), await asks({})]).toEqual([
    'same',
    'other',
    undefined,
  ])
  expect(await asks({ digest, cursor: body.cursor - 1 })).toBeUndefined()
  await a.sync({ changes: [a.change('people', nadia, { position: 'Gérante' })] })
  expect(await asks({ digest })).toBeUndefined()
})

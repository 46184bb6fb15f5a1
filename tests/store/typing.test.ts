import { expect, test } from 'vitest'
import { heldTexts, textKey } from '../../src/store/held-text.ts'
import { missingStep } from '../../src/store/missing-step.ts'
import { schemaSteps } from '../../src/store/schema-steps.ts'
import { openTyping } from '../../src/store/typing.ts'
import { birth, save } from '../../src/store/write.ts'
import { catalog } from '../prose/minutes.ts'
import { testSpace } from './test-space.ts'

const open = async () => {
  const space = await testSpace({ catalog, steps: [...schemaSteps, missingStep(catalog) ?? []].flat() })
  const edit = birth(space, 'minutes', { title: 'COPIL' })
  await save(space, [edit])
  const place = { table: 'minutes', row: edit.row, field: 'body' }
  const key = textKey('minutes', edit.row, 'body')
  const sit = async () => openTyping(space, place, await heldTexts(space).get(key))
  const body = async () => (await space.db.table('minutes').get(edit.row))?.body
  return { space, key, sit, body }
}
const say = (typing: Awaited<ReturnType<Awaited<ReturnType<typeof open>>['sit']>>, text: string) =>
  typing.typed(text, text.length)

test('what builds on something refused is typed again where it stood, and saved then', async () => {
  const { space, key, sit, body } = await open()
  const typing = await sit()
  say(typing, 'refusé')
  await typing.save()
  say(typing, 'refusé puis la suite')
  const held = { key, updates: [], turn: 1 }
  await heldTexts(space).put(held)
  await typing.save()
  expect(typing.isUnsaved()).toBe(true)
  typing.take(held)
  expect(typing.text()).toBe(' puis la suite')
  await typing.save()
  expect(await body()).toBe(' puis la suite')
})

test('what could not be saved waits for the next time, and nothing of it is lost', async () => {
  const { space, sit, body } = await open()
  const typing = await sit()
  say(typing, 'un')
  const { table } = space.db
  space.db.table = (() => {
    throw new DOMException('', 'QuotaExceededError')
  }) as never
  await expect(typing.save()).rejects.toThrow()
  space.db.table = table
  say(typing, 'un deux')
  await typing.save()
  expect(await body()).toBe('un deux')
})

test('a sitting after another writes as somebody new', async () => {
  const { space, key, sit, body } = await open()
  const first = await sit()
  say(first, 'a')
  await first.save()
  const second = await sit()
  say(second, 'ab')
  say(first, 'ac')
  await Promise.all([first.save(), second.save()])
  const held = await heldTexts(space).get(key)
  first.take(held ?? { key, updates: [] })
  expect([...String(await body())].sort().join('')).toBe('abc')
  expect(first.text()).toBe(await body())
})

import { expect, onTestFinished, test } from 'vitest'
import { speak } from '../../../src/i18n/language.ts'
import { bringTo, docOf } from '../../../src/protocol/text-doc.ts'
import { missingStep } from '../../../src/store/missing-step.ts'
import { openSpace } from '../../../src/store/open.ts'
import { correctableIn } from '../../../src/store/refused.ts'
import { schemaSteps } from '../../../src/store/schema-steps.ts'
import { birth, save } from '../../../src/store/write.ts'
import { wordsOfChange } from '../../../src/ui/sync/change-words.ts'
import { fileOfUnsent } from '../../../src/ui/sync/unsent-file.ts'
import { catalog } from '../../prose/minutes.ts'

const open = async () => {
  const steps = [...schemaSteps, missingStep(catalog) ?? []].flat()
  const space = await openSpace({ name: `test-${crypto.randomUUID()}`, catalog, steps })
  onTestFinished(async () => {
    space.db.close()
    await space.db.delete()
  })
  return space
}

test('what was written in a text and refused is read in words, and cannot be typed anew in a form', async () => {
  const space = await open()
  const doc = docOf([])
  const [written = ''] = bringTo(doc, 'Présents : Nadia 😀')
  const [erased = ''] = bringTo(doc, '')
  const change = { n: 1, id: 'a', device: 'd', schema: 3, table: 'minutes', row: 'm', base: 0, at: 0 }
  const said = async (text: string) =>
    (await wordsOfChange(space, speak('fr', undefined), { ...change, fields: { body: { text } } })).lines
  expect(await said(written)).toEqual([{ label: 'Texte', text: 'Présents : Nadia 😀' }])
  expect(await said(erased)).toEqual([{ label: 'Texte', text: 'texte retiré' }])
  expect(correctableIn(space, { ...change, fields: { title: 'COPIL', body: { text: written } } })).toEqual(['title'])
})

test('what is not sent yet of a text is handed on as the text reads, once', async () => {
  const space = await open()
  const edit = birth(space, 'minutes', { title: 'COPIL' })
  await save(space, [edit])
  for (const body of ['Pré', 'Présents', 'Présents : Nadia'])
    await save(space, [{ table: 'minutes', row: edit.row, fields: { body } }])
  const text = (await (await fileOfUnsent(space, speak('fr', undefined)))?.text()) ?? ''
  expect(text).toContain('Texte : Présents : Nadia')
  expect(text.split('Présents')).toHaveLength(2)
})

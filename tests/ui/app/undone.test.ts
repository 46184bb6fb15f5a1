import { expect, test } from 'vitest'
import type { Speech } from '../../../src/i18n/language.ts'
import { birth, type Edit, editOf, save } from '../../../src/store/write.ts'
import { undoneText } from '../../../src/ui/app/undone.ts'
import { testSpace } from '../../store/test-space.ts'

const speech = { words: (section: { words: unknown }) => section.words } as unknown as Speech

/** What is told when an edit of two fields is taken back after somebody wrote `meanwhile`. */
const told = async (meanwhile: Record<string, string>) => {
  const space = await testSpace({})
  const ada = birth(space, 'people', { name: 'Ada Roux', position: 'Tutrice' })
  await save(space, [ada])
  const rewritten = async (after: Record<string, string>) =>
    save(
      space,
      [editOf('people', await space.db.table('people').get(ada.row), after)].filter((one): one is Edit => !!one),
    )
  const undo = await rewritten({ name: 'Yann Roux', position: 'Gérant' })
  await rewritten(meanwhile)
  return undoneText(speech, undo, await save(space, undo))
}

test('what taking back came to is said: all of it, part of it, or nothing where it was changed since', async () => {
  expect(await told({})).toBe('Annulé')
  expect(await told({ position: 'Directeur' })).toBe('Annulé, sauf ce qui a été changé depuis')
  expect(await told({ position: 'Directeur', name: 'Y. Roux' })).toBe(
    'Rien n’est annulé\u00a0: cela a été changé depuis',
  )
})

test('a new row that is taken back is gone, and so it is said', async () => {
  const space = await testSpace({})
  const undo = await save(space, [birth(space, 'people', { name: 'Ada Roux' })])
  expect(undoneText(speech, undo, await save(space, undo))).toBe('Annulé')
})

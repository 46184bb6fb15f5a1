import { expect, test } from 'vitest'
import { killAfterSaved, killWhileSaving, killWhileTyping } from './kill-rounds.ts'

test('twenty times out of twenty, what was said to be saved is there after the kill', () =>
  killAfterSaved(20, 20_261_122))

test('thirty kills while one types lose one key at most', () => killWhileTyping(30, 30))

test('forty kills while a contact is saved never leave half of one', async () => {
  const { saved, drafts } = await killWhileSaving(40, 40)
  // Otherwise the moments were all on the same side of the save.
  expect(saved).toBeGreaterThan(0)
  expect(drafts).toBeGreaterThan(0)
})

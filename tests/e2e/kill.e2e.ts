import { expect, test } from 'vitest'
import { killAfterSaved, killWhileSaving, killWhileTyping } from './kill-rounds.ts'

test('what was said to be saved outlives the server and the browser, killed at any moment', () => killAfterSaved(3, 1))

test('what was being typed when the browser is killed is back, but for the last key', () => killWhileTyping(3, 2))

test('a browser killed while it saves leaves the whole contact or its whole draft', async () => {
  const { saved, drafts } = await killWhileSaving(3, 3)
  expect(saved + drafts).toBe(3)
})

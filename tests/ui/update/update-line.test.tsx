import { cleanup, render, screen } from '@testing-library/preact'
import { afterEach, expect, test, vi } from 'vitest'
import { UpdateLine } from '../../../src/ui/update/update-line.tsx'
import type { Updates } from '../../../src/ui/update/watch-updates.ts'

afterEach(cleanup)

const words = { ready: 'Nouvelle version prête', apply: 'Mettre à jour', blocked: 'Une fiche est ouverte' }

function madeUp(answer: 'applied' | 'blocked', ready = true) {
  const listeners = new Set<() => void>()
  const updates = {
    ready,
    apply: vi.fn<Updates['apply']>(async () => answer),
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
  const becomeReady = () => {
    updates.ready = true
    for (const listener of listeners) listener()
  }
  return { updates, becomeReady }
}

test('nothing is said until a newer version waits', async () => {
  const { updates, becomeReady } = madeUp('applied', false)
  render(<UpdateLine updates={updates} words={words} />)
  expect(screen.queryByText('Nouvelle version prête')).toBeNull()
  becomeReady()
  await screen.findByText('Nouvelle version prête')
})

test('one tap takes the newer version', async () => {
  const { updates } = madeUp('applied')
  render(<UpdateLine updates={updates} words={words} />)
  screen.getByRole('button', { name: 'Mettre à jour' }).click()
  await expect.poll(() => updates.apply.mock.calls.length).toBe(1)
  expect(screen.queryByText('Une fiche est ouverte')).toBeNull()
})

test('an open form is named as the reason to wait', async () => {
  const { updates } = madeUp('blocked')
  render(<UpdateLine updates={updates} words={words} />)
  screen.getByRole('button', { name: 'Mettre à jour' }).click()
  await screen.findByText('Une fiche est ouverte')
})

import { expect, test } from 'vitest'
import { actsLater } from '../../../src/ui/app/acts-later.ts'
import { noActs } from '../render-app.tsx'

test('acts whose code does not come are answered as without network, and the next tap asks for it again', async () => {
  let asked = 0
  const acts = actsLater(async () => {
    asked += 1
    if (asked < 3) throw new TypeError('Failed to fetch dynamically imported module')
    return { ...noActs, invitations: async () => ({ ok: true, value: [] }) as const }
  })
  await acts.syncNow()
  expect(await acts.invitations()).toEqual({ ok: false, why: 'no-network' })
  expect(await acts.invitations()).toEqual({ ok: true, value: [] })
  await acts.invitations()
  expect(asked).toBe(3)
})

test('what an act itself says of a device that does not keep is passed on', async () => {
  const acts = actsLater(async () => ({ ...noActs, enter: () => Promise.reject(new Error('no room')) }))
  await expect(acts.enter('x', { name: 'Léa' })).rejects.toThrow('no room')
})

import { expect, test } from 'vitest'
import { letGoAsleep } from '../../src/store/asleep.ts'
import { inAnotherTab, testSpace } from './test-space.ts'

const falls = (persisted: boolean) => dispatchEvent(new PageTransitionEvent('pagehide', { persisted }))

test('a page that is put to sleep lets go of what it was writing, and others write at once', async () => {
  letGoAsleep()
  const space = await testSpace({})
  const meta = space.db.table('meta')
  /** Holds the table until it is let go. */
  const writing = () => {
    let began = () => {}
    const begun = new Promise<void>((go) => {
      began = go
    })
    const end = space.db.transaction('rw', 'meta', async () => {
      await meta.put({ key: 'half' })
      began()
      for (;;) await meta.get('half')
    })
    return {
      begun,
      end: end.then(
        () => 'kept',
        () => 'let go',
      ),
    }
  }
  const { begun, end } = writing()
  await begun
  // One that is left for good ends by itself.
  falls(false)
  expect(await Promise.race([end, new Promise((go) => setTimeout(go, 100, 'goes on'))])).toBe('goes on')
  falls(true)
  expect(await end).toBe('let go')
  const other = await inAnotherTab(space)
  await other.db.table('meta').put({ key: 'after' })
  expect(await other.db.table('meta').bulkGet(['half', 'after'])).toEqual([undefined, { key: 'after' }])
})

import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Standing } from '../../../src/store/standing.ts'
import { toldOf } from '../../../src/ui/sync/told.ts'

const now = Date.UTC(2026, 10, 22, 14, 32)
const minute = 60_000
const quiet: Standing = {
  isEnrolled: true,
  state: { key: 'sync', epoch: 'e1', cursor: 9, acked: 4, gone: 0, filled: true, lastDone: now },
  waiting: { changes: 0, saves: 0, more: false },
  files: { waiting: 0, refused: 0 },
  refused: 0,
  off: 0,
}
const waiting = (minutes: number) => ({ changes: 5, saves: 3, more: false, since: now - minutes * minute })

test('when nothing waits and the last round ended well, all is sent', () => {
  expect(toldOf(quiet, now)).toEqual({
    main: { say: 'sent', at: now, but: false },
    files: 0,
    refused: 0,
    off: 0,
    held: 0,
    isOld: false,
  })
})

test.each([
  ['something waits', { ...quiet, waiting: waiting(20) }],
  ['the last round failed', { ...quiet, state: { ...quiet.state, trouble: 'portal' as const } }],
  ['rows are still to come', { ...quiet, state: { ...quiet.state, left: 4_200 } }],
  ['no round ever ended', { ...quiet, state: { key: 'sync' as const, cursor: 0, acked: 0, gone: 0 } }],
])('not all is sent when %s', (_, standing) => {
  expect(toldOf(standing, now).main.say).not.toBe('sent')
})

test('of what was refused it is not said that it is sent', () => {
  expect(toldOf({ ...quiet, refused: 1 }, now).main).toEqual({ say: 'sent', at: now, but: true })
})

test('nor of what was taken off the list', () => {
  expect(toldOf({ ...quiet, off: 1 }, now)).toMatchObject({ main: { say: 'sent', at: now, but: true }, off: 1 })
})

test('while a photo waits it is not all sent, though every word is; of one that was not taken neither', () => {
  const files = { waiting: 2, since: now - 5 * minute, refused: 0 }
  expect(toldOf({ ...quiet, files }, now)).toMatchObject({ main: { say: 'files', count: 2, minutes: 5 }, files: 0 })
  expect(toldOf({ ...quiet, waiting: waiting(20), files }, now)).toMatchObject({
    main: { say: 'waiting', minutes: 20 },
    files: 2,
  })
  expect(toldOf({ ...quiet, files: { waiting: 0, refused: 1 } }, now).main).toMatchObject({ say: 'sent', but: true })
})

test('after a day of waiting the person is asked to look after it', () => {
  expect(toldOf({ ...quiet, waiting: waiting(23 * 60) }, now).isOld).toBe(false)
  expect(toldOf({ ...quiet, waiting: waiting(24 * 60) }, now).isOld).toBe(true)
})

test('whatever the state, “all is sent” is said only when it is so', () => {
  const some = fc.option(fc.nat(), { nil: undefined })
  const standings = fc.record({
    left: some,
    lastDone: some,
    trouble: fc.constantFrom(undefined, 'no-network', 'portal', 'server', 'signed-out', 'outdated'),
    changes: fc.nat({ max: 3 }),
    refused: fc.nat({ max: 2 }),
    off: fc.nat({ max: 2 }),
    files: fc.record({ waiting: fc.nat({ max: 2 }), refused: fc.nat({ max: 2 }) }),
    since: some,
  })
  void fc.assert(
    fc.property(standings, ({ left, lastDone, trouble, changes, refused, off, files, since }) => {
      const state = { ...quiet.state, left, lastDone, trouble } as Standing['state']
      const told = toldOf(
        {
          isEnrolled: true,
          state,
          waiting: { changes, saves: changes, more: false, ...(since && { since }) },
          files,
          refused,
          off,
        },
        now,
      )
      const isSo = changes + files.waiting === 0 && left === undefined && !trouble && lastDone !== undefined
      expect(told.main.say === 'sent').toBe(isSo)
      if (told.main.say === 'sent') expect(told.main.but).toBe(refused + off + files.refused > 0)
      if (changes > 0) expect(told.main.say).toBe('waiting')
      expect(told.trouble).toBe(trouble)
    }),
    { numRuns: 2_000 },
  )
})

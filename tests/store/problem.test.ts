import { expect, test } from 'vitest'
import { problemOf, StoreError } from '../../src/store/problem.ts'
import { listed } from '../../src/store/read.ts'
import { birth, save } from '../../src/store/write.ts'
import { testSpace } from './test-space.ts'

const named = (name: string, more: object = {}) => Object.assign(new Error(name), { name, ...more })

test.each([
  ['a full disk', named('QuotaExceededError'), 'full'],
  ['a full disk told by the browser itself', new DOMException('no room', 'QuotaExceededError'), 'full'],
  ['a full disk inside an abort', named('AbortError', { inner: named('QuotaExceededError') }), 'full'],
  [
    'a full disk as a cause',
    named('Error', { cause: named('AbortError', { inner: named('QuotaExceededError') }) }),
    'full',
  ],
  ['a private window', named('OpenFailedError', { inner: named('InvalidStateError') }), 'refused'],
  ['a policy', new DOMException('denied', 'SecurityError'), 'refused'],
  ['a browser without storage', named('MissingAPIError'), 'refused'],
  ['wiped data', new StoreError('wiped'), 'wiped'],
  ['an abort for no reason told', named('AbortError'), 'unknown'],
  ['a word that is no error', 'nothing', 'unknown'],
  ['nothing', undefined, 'unknown'],
])('%s is told as such', (_, error, problem) => {
  expect(problemOf(error)).toBe(problem)
})

test('an error that encloses itself is told and does not hang', () => {
  const error = named('AbortError')
  Object.assign(error, { cause: error })
  expect(problemOf(error)).toBe('unknown')
})

test('with no room left on the device a save says so, and nothing of it is kept', async () => {
  const space = await testSpace()
  await save(space, [birth(space, 'people', { name: 'Ada' })])
  const noRoom = () => {
    throw new DOMException('no room', 'QuotaExceededError')
  }
  space.db.table('outbox').hook('creating', noRoom)
  const two = [birth(space, 'people', { name: 'Zoé' }), birth(space, 'tasks', { title: 'Rappeler Zoé' })]
  await expect(save(space, two)).rejects.toMatchObject({ name: 'StoreError', problem: 'full' })
  expect((await listed(space, 'people')).map(({ name }) => name)).toEqual(['Ada'])
  expect(await listed(space, 'tasks')).toEqual([])
  expect(await space.db.table('meta').get('mark')).toMatchObject({ lastChange: 1, rev: 1 })

  space.db.table('outbox').hook('creating').unsubscribe(noRoom)
  await save(space, two)
  expect(await listed(space, 'people')).toHaveLength(2)
})

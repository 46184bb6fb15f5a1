import { expect, test } from 'vitest'
import type { SyncRequest } from '../../src/protocol/sync-message.ts'
import type { Answer } from '../../src/sync/answer.ts'
import { comingBack } from '../../src/sync/come-back.ts'

const request: SyncRequest = { p: 1, rid: 'r', cursor: 0 }
const asked = async (comeBack: () => Promise<boolean>, abort = new AbortController()) => {
  let requests = 0
  const stranger = async (): Promise<Answer> => {
    requests += 1
    return { kind: 'signed-out' }
  }
  const answer = await comingBack(stranger, comeBack, () => {})(request, abort.signal)
  return { kind: answer.kind, requests }
}

test('where coming back cannot even be tried, the person is told that this device is signed out', async () => {
  const fails = () => Promise.reject(new Error('The part could not be fetched'))
  expect(await asked(fails)).toEqual({ kind: 'signed-out', requests: 1 })
})

test('nothing is sent any more from a space that was left while the device came back', async () => {
  const abort = new AbortController()
  const left = async () => {
    abort.abort()
    return true
  }
  expect((await asked(left, abort)).requests).toBe(1)
  expect((await asked(async () => true)).requests).toBe(2)
})

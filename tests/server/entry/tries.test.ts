import { expect, test } from 'vitest'
import { openTries } from '../../../src/server/entry/tries.ts'

const opened = () => {
  const clock = { now: 0 }
  const tries = openTries(() => clock.now)
  const fail = (address: string, times: number) => {
    for (let time = 0; time < times; time += 1) tries.failed(address)
  }
  const isShut = (address: string) => {
    try {
      tries.may(address)
      return false
    } catch {
      return true
    }
  }
  return { clock, fail, isShut }
}

test('who tries sixty wrong codes waits ten minutes, and nobody else does', () => {
  const { clock, fail, isShut } = opened()
  fail('192.0.2.1', 59)
  expect(isShut('192.0.2.1')).toBe(false)
  fail('::ffff:192.0.2.1', 1)
  expect([isShut('192.0.2.1'), isShut('192.0.2.2')]).toEqual([true, false])
  clock.now = 600_000
  expect(isShut('192.0.2.1')).toBe(false)
})

test('wrong codes from ever so many addresses shut nobody else out', () => {
  const { fail, isShut } = opened()
  for (let at = 0; at < 300; at += 1) fail(`198.51.${at >> 8}.${at & 255}`, 60)
  expect([isShut('198.51.0.7'), isShut('192.0.2.1')]).toEqual([true, false])
})

test('all IPv6 addresses of one line are one', () => {
  const { fail, isShut } = opened()
  for (let at = 0; at < 60; at += 1) fail(`2001:db8:0:7::${at.toString(16)}`, 1)
  expect(
    ['2001:DB8:0:7:aaaa:bbbb:cccc:dddd', '2001:db8::7:0:0:1:1', '2001:db8:0:8::1', '2001:db8::1'].map(isShut),
  ).toEqual([true, true, false, false])
})

test('one who goes on is remembered among many who tried once', () => {
  const { fail, isShut } = opened()
  fail('192.0.2.1', 59)
  for (let at = 0; at < 12_000; at += 1) {
    fail(`10.${at >> 16}.${(at >> 8) & 255}.${at & 255}`, 1)
    if (at === 6_000) fail('192.0.2.1', 1)
  }
  expect(isShut('192.0.2.1')).toBe(true)
})

import { describe, expect, test } from 'vitest'
import { cleaned } from '../../src/protocol/text-difference.ts'
import { docOf, readingOf } from '../../src/protocol/text-doc.ts'
import { birth, save } from '../../src/store/write.ts'
import { openCampus, openWriter, type Writer } from '../prose/writers.ts'
import { type Chance, chanceFrom } from './chance.ts'

const words = 'réunion élève stage œuvre 👩‍🏭 😀 شكرا لكم שלום Noël — « atelier » à demain\r\n COPIL\n'.split(' ')
/**
 * Unlike any other, with what is easily parted in it. It begins and ends like no other: of a word typed over another, what
 * both have in common is the letters of before, and goes with them.
 */
const token = (n: number) => `${String.fromCodePoint(0x4e00 + n)}é😀ש${String.fromCodePoint(0x4e00 + n)}`
const tokens = /([\u4e00-\u9fff])é😀ש\1/gu
const tokensIn = (text: string) => new Set(text.match(tokens) ?? [])

type Tab = Writer['tabs'][number]
/** Places where one may write: between characters, and in the middle of no token. */
const placeIn = (text: string, chance: Chance): number => {
  const at = chance.below(text.length + 1)
  for (const { index, 0: whole } of text.matchAll(tokens)) if (index < at && at < index + whole.length) return index
  return /[\udc00-\udfff]/.test(text[at] ?? '') ? at - 1 : at
}

/** One gesture of somebody at a text; gives what it took away of what they saw. */
const gesture = (tab: Tab, chance: Chance, next: () => string): Set<string> => {
  const before = tab.text()
  const at = placeIn(before, chance)
  const kind = chance.weighted({ type: 10, erase: 4, replace: 3, paste: 1, swap: 2 })
  // One half of the pair is the same.
  const face = before.indexOf(' 😀 ', at)
  if (kind === 'swap') {
    if (face >= 0) tab.typed(`${before.slice(0, face)} 😁 ${before.slice(face + 4)}`, face + 3)
    expect(tab.text().isWellFormed()).toBe(true)
    return new Set()
  }
  const end = kind === 'erase' || kind === 'replace' ? placeIn(before.slice(0, at + chance.below(400)), chance) : at
  const [from, to] = [Math.min(at, end), Math.max(at, end)]
  const make = {
    type: () => ` ${next()}`,
    erase: () => '',
    replace: next,
    paste: () => `${next()}\r\n${'é😀\r\n'.repeat(200)}`,
  }
  const typed = make[kind]()
  const now = before.slice(0, from) + typed + before.slice(to)
  tab.typed(now, from + typed.length)
  expect(tab.text()).toBe(cleaned(now))
  const left = tokensIn(tab.text())
  return new Set([...tokensIn(before)].filter((one) => !left.has(one)))
}

const live = async (seed: number) => {
  const chance = chanceFrom(seed)
  const campus = await openCampus()
  let isBadLink = false
  const isLost = () => isBadLink && chance.happens(0.3)
  const people = await Promise.all(
    Array.from({ length: 2 + chance.below(3) }, (_, n) => openWriter(campus, `p${n}`, chance, isLost)),
  )
  const [first] = people as [Writer]
  await save(first.space, [birth(first.space, 'minutes', { title: 'COPIL' })])
  const body = Array.from({ length: 1_500 }, () => chance.pick(words)).join(' ')
  first.tabs[0].typed(body, body.length)
  await first.tabs[0].save()
  for (const person of people) await person.sync()

  isBadLink = true
  let count = 0
  const [said, erased] = [new Set<string>(), new Set<string>()]
  const next = () => {
    count += 1
    said.add(token(count))
    return token(count)
  }
  const backups: (() => Promise<void>)[] = []
  for (let step = 0; step < 60; step += 1) {
    const person = chance.pick(people)
    const at = chance.below(2) as 0 | 1
    const kind = chance.weighted({ write: 24, save: 10, sync: 10, look: 4, sitAgain: 2, backup: 1, restore: 0.7 })
    if (kind === 'write') for (const one of gesture(person.tabs[at], chance, next)) erased.add(one)
    else if (kind === 'save') await person.tabs[at].save()
    else if (kind === 'sync') await person.sync()
    else if (kind === 'look') person.look()
    else if (kind === 'backup') backups.push(await campus.server.backup())
    else if (kind === 'restore') {
      // Older than what phones keep of what they sent: only the texts they hold can make it whole.
      if (chance.happens(0.5)) campus.pass(40)
      for (const one of people) await one.trim()
      await backups.pop()?.()
    } else {
      await person.tabs[at].save()
      person.sitAgain(at)
    }
  }
  isBadLink = false
  for (const person of people) for (const tab of person.tabs) await tab.save()
  for (let round = 0; round < 3; round += 1)
    for (const person of people) expect(await person.sync(), 'a round ends well').toBe(true)

  const held = await campus.held()
  expect(held.document).toBe(held.reads)
  for (const person of people) {
    person.look()
    expect(person.refused()).toBe(0)
    for (const reads of [person.reads(), person.document(), ...person.tabs.map((tab) => tab.text())])
      expect(reads).toBe(held.reads)
  }
  expect(held.reads.isWellFormed()).toBe(true)
  expect(held.reads).not.toContain('\r')
  expect(held.reads).not.toContain('\ufffd')
  const left = tokensIn(held.reads)
  expect([...said].filter((one) => !left.has(one) && !erased.has(one))).toEqual([])
  for (const turn of [1, 2, 3]) {
    const mixed = [...held.updates].sort(() => chance.next() - 0.5)
    expect(readingOf(docOf(mixed)), `order ${turn}`).toBe(readingOf(docOf(held.updates)))
  }
  await campus.close()
  return { said: said.size, erased: erased.size, updates: held.updates.length }
}

describe('people who write in one text', () => {
  test('lose no word but those somebody erased who saw them, and all end with the same, byte for byte', async () => {
    const all = { said: 0, erased: 0, updates: 0 }
    for (let seed = 1; seed <= 40; seed += 1) {
      const one = await live(seed).catch((error) => {
        throw new Error(`seed ${seed}: ${error.message}`, { cause: error })
      })
      for (const name of ['said', 'erased', 'updates'] as const) all[name] += one[name]
    }
    expect(all.said).toBeGreaterThan(500)
    expect(all.erased).toBeGreaterThan(20)
    expect(all.updates).toBeGreaterThan(500)
  }, 240_000)
})

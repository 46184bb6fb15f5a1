import { afterEach, beforeEach, expect, test } from 'vitest'
import type { FieldKind } from '../../src/domain/field.ts'
import { schemaVersion } from '../../src/protocol/schema-version.ts'
import { note } from '../../src/store/device-notes.ts'
import { type Diagnostic, diagnosticOf } from '../../src/store/diagnostic.ts'
import { draftKeeper } from '../../src/store/drafts.ts'
import { lastProblems, rememberProblem, watchProblems } from '../../src/store/last-problems.ts'
import { openSpace } from '../../src/store/open.ts'
import type { Space } from '../../src/store/space.ts'
import { birth, save } from '../../src/store/write.ts'

const around = { version: '1.2.3', language: 'fr', theme: 'sun', installed: false, userAgent: 'Test/1' }
const now = Date.UTC(2026, 10, 22, 12)
let clock = now
let space: Space
beforeEach(async () => {
  clock = now
  localStorage.removeItem('maillage.problems')
  space = await openSpace({ name: `test-${crypto.randomUUID()}`, now: () => clock })
})
afterEach(() => space.db.delete())

/** A value of each kind that would be known again wherever it leaked to. */
const canary: Record<FieldKind, unknown> = {
  text: 'CANARY text',
  longText: 'CANARY long text',
  prose: 'CANARY prose',
  phone: '+33699887766',
  email: 'canary@example.org',
  website: 'https://canary.example.org',
  identifier: '77788899900011',
  number: 424242424242,
  money: 515151515151,
  date: '1999-12-31',
  instant: '1999-12-31T23:59:58.000Z',
  yesNo: true,
  choice: 'CANARY choice',
  choices: ['CANARY one', 'CANARY two'],
  tags: ['CANARY tag'],
  link: 'CANARY-link',
  links: ['CANARY-links'],
  member: 'CANARY-member',
}
const planted = (table: string) =>
  Object.fromEntries(
    Object.entries(space.catalog[table]?.fields ?? {})
      .filter(([name]) => name !== 'deletedAt')
      .map(([name, field]) => [name, canary[field.kind]]),
  )

test('nothing that was typed, no id, no e-mail and no number gets into the file', async () => {
  const ids: string[] = []
  for (const table of Object.keys(space.catalog)) {
    const edit = birth(space, table, { ...planted(table), unknownField: 'CANARY unknown' })
    ids.push(edit.row)
    await save(space, [edit])
  }
  await note(space, { myName: 'CANARY me', eventOfTheDay: { event: 'CANARY-event', day: '1999-12-31' } })
  const draft = { id: 'CANARY-draft', form: 'capture', title: 'CANARY title', updatedAt: '1999-12-31T23:59:58.000Z' }
  const keeper = draftKeeper(space, () => {})
  keeper.keep({ ...draft, values: { name: 'CANARY draft' } })
  await expect.poll(() => space.db.table('drafts').count()).toBe(1)
  rememberProblem('CANARY a whole sentence 06 99 88 77 66')
  localStorage.setItem('maillage.problems', JSON.stringify([{ code: 'full', at: 'CANARY', more: 'CANARY' }, 'CANARY']))

  const file = JSON.stringify(await diagnosticOf(space, around))
  const forbidden = Object.values(canary)
    .flat()
    .filter((value) => typeof value !== 'boolean')
    .map(String)
  for (const text of [...forbidden, ...ids, space.me, space.device, space.install, space.db.name, 'CANARY', '99887766'])
    expect(file.toLowerCase()).not.toContain(text.toLowerCase())
})

test('the file tells versions, counts and what waits to be sent', async () => {
  const ann = birth(space, 'people', { name: 'Ann' })
  await save(space, [ann, birth(space, 'people', { name: 'Bob' })])
  await save(space, [{ table: 'people', row: ann.row, fields: { deletedAt: new Date(now).toISOString() } }])
  rememberProblem('full', now)
  clock = now + 20 * 60_000
  const told: Diagnostic = await diagnosticOf(space, around)
  expect(told).toMatchObject({
    ...around,
    space: 'own',
    drafts: 0,
    schema: { build: schemaVersion, minWriter: schemaVersion },
  })
  expect(told.rows.people).toEqual({ present: 1, deleted: 1 })
  expect(told.rows.organisations).toEqual({ present: 0, deleted: 0 })
  expect(told.outbox).toEqual({ waiting: 3, oldestMinutes: 20 })
  expect(told.storage.used).toBeTypeOf('number')
  expect(told.problems).toEqual([{ code: 'full', at: new Date(now).toISOString() }])
})

test('an error that nobody caught is kept by its name, without its message', () => {
  const window = new EventTarget()
  watchProblems(window)
  window.dispatchEvent(new ErrorEvent('error', { error: new RangeError('CANARY') }))
  window.dispatchEvent(Object.assign(new Event('unhandledrejection'), { reason: 'CANARY' }))
  expect(lastProblems().map(({ code }) => code)).toEqual(['Unknown', 'RangeError'])
  expect(localStorage.getItem('maillage.problems')).not.toContain('CANARY')
})

test('only the last faults are kept', () => {
  for (let at = 0; at < 50; at += 1) rememberProblem('full', now + at)
  expect(lastProblems()).toHaveLength(20)
  expect(lastProblems()[0]?.at).toBe(new Date(now + 49).toISOString())
})

import { mutant } from './mutant.ts'

const [write, receive, outbox, marks] = ['write', 'receive', 'outbox', 'sync-marks'].map(
  (name) => `src/store/${name}.ts`,
) as [string, string, string, string]
const [round, believe, rhythm] = ['round', 'believe', 'rhythm'].map((name) => `src/sync/${name}.ts`) as [
  string,
  string,
  string,
]
/** In the place of a transaction: each write by itself. */
const inParts = '(async <T>(_: string, __: string[], act: () => Promise<T>) => act())('

/** Faults of the two doors of the store, of the outbox and of the rounds. */
export const onThePhone = [
  mutant('a row without its outbox entry', write, 'return db.transaction(', `return ${inParts}`),
  mutant('cursor before rows', receive, "    db.transaction('rw', [...new", `    ${inParts}'rw', [...new`, {
    file: receive,
    text: '      // 2. The rows',
    instead: "      await db.table('meta').put(after)\n      // 2. The rows",
  }),
  mutant(
    'HTML as ok',
    round,
    "    if (answer.kind !== 'reply') {\n",
    "    if (answer.kind === 'portal') {\n      await store.receive({ p: 1, rid: '', now: clock(), acked: changes.at(-1)?.n ?? before.acked, cursor: before.cursor }, { ...request, changes: sent, offset: 0 })\n      return {}\n    }\n    if (answer.kind !== 'reply') {\n",
  ),
  mutant('rid not checked', believe, 'reply.data.rid === rid ?', 'true ?'),
  mutant(
    'drop on send',
    outbox,
    '  return end < 0 ? next : next.slice(0, end)\n',
    '  const batch = end < 0 ? next : next.slice(0, end)\n  for (const { n } of batch) await outbox(space).delete(n)\n  return batch\n',
  ),
  mutant('ack-all', receive, 'acked: Math.min(reply.acked, ', 'acked: Math.max(reply.acked, '),
  mutant(
    'the watermark never goes back',
    receive,
    'acked: Math.min(reply.acked,',
    'acked: Math.max(before.acked, reply.acked,',
  ),
  {
    ...mutant(
      'since forgotten while paging',
      receive,
      'since: isRestored ? 0 : (since ?? before.cursor)',
      'since: before.cursor',
    ),
    by: 'tests/sync/pages-ahead.test.ts',
  },
  {
    ...mutant('whole forgotten while paging', receive, '((whole || isRestored) &&', '(isRestored &&'),
    by: 'tests/store/restored.test.ts',
  },
  mutant(
    'what the server took hides what it tells',
    receive,
    'waiting.changes.filter(({ n }) => n > reply.acked)',
    'waiting.changes',
  ),
  mutant('offset ignored', write, '        ...(mark.offset && { offset: mark.offset }),\n', ''),
  mutant('offset measured backwards', round, 'now - (heardAt - took / 2)', 'heardAt - took / 2 - now'),
  mutant('seen is the row as it is, not as it was shown', write, 'edit.seen ?? before?.seq ?? 0', 'before?.seq ?? 0'),
  mutant('refused change lost', receive, "if (refused.length > 0) await db.table('refused').bulkPut(refused)", ''),
  mutant("another tab's answer taken", receive, 'if (!isAsked(before, asked))', 'if (false)'),
  mutant('trim too early', outbox, 'kept = 30 * 24', 'kept = 1 * 24'),
  mutant('trim without saying so', round, '...(gone > 0 && { gone }),', ''),
  mutant('trim by a clock of 2038', outbox, 'const time = now() + (mark?.offset ?? 0)', 'const time = now()'),
  mutant('a change too large blocks the queue', round, 'if (changes.length === 1) await store.setAside(only)', ''),
  mutant(
    'what was set aside stays in its row',
    marks,
    'change(space, fromTheStart, () => [',
    'change(space, (state) => state, () => [',
  ),
  mutant('a part of what was forgotten makes a row', receive, 'if (!before && !news.born) return []', ''),
  mutant(
    'a table of a later build is never asked for',
    marks,
    'if (!state.unread?.some((table) => space.catalog[table]))',
    'if (true)',
  ),
  mutant(
    'a change too large is not shown',
    marks,
    "space.db.table('refused').put({ n, change: tooLarge, code: 'too-large', at }),",
    '',
  ),
  mutant(
    'a round that failed is the last',
    rhythm,
    'if (trouble) next = timer(begin, backoff(failures, random, retryAfter))',
    'if (trouble) return',
  ),
  {
    ...mutant(
      'a stuck round is left alone',
      rhythm,
      'if (running && elapsed() - running.sign > stuckAfter)',
      'if (false)',
    ),
    by: 'tests/sync/rhythm.test.ts',
  },
]

import { mutant } from './mutant.ts'

const [take, offered, page, sync, text] = ['take-changes', 'offered', 'page', 'sync', 'row-text'].map(
  (name) => `src/server/${name}.ts`,
) as [string, string, string, string, string]
const [reading, writing, ledger] = ['reading', 'writing', 'ledger'].map((name) => `src/server/sql/${name}.ts`) as [
  string,
  string,
  string,
]

/** Faults of the server's rule and of what keeps it. */
export const atTheServer = [
  mutant(
    'no idempotency',
    take,
    'following(changes, Math.max(before, gone))',
    'following(changes, (changes[0]?.n ?? 1) - 1)',
    {
      file: writing,
      text: 'refused ?? null],\n      ]),\n',
      instead: "refused ?? null],\n      ]),\n      'ON CONFLICT DO NOTHING',\n",
    },
  ),
  mutant('gap skipping', offered, 'return gap < 0 ? fresh : fresh.slice(0, gap)', 'return fresh'),
  mutant(
    'watermark past a gap',
    take,
    'if (stored.length === 0) return { acked, refused, heard, seq }',
    'if (stored.length === 0) return { acked: changes.at(-1)?.n ?? acked, refused, heard, seq }',
  ),
  mutant('no tenant check', reading, 'WHERE s.digest = ? AND s.campus = ?', 'WHERE s.digest = ? AND ? IS NOT NULL'),
  mutant(
    'rows of every campus told',
    reading,
    '} FROM rows WHERE campus = ? AND seq > ?',
    '} FROM rows WHERE ? IS NOT NULL AND seq > ?',
  ),
  {
    ...mutant('no epoch', sync, 'const isSame = !isAhead &&', 'const isSame = !isAhead ||'),
    by: 'tests/server/sync.test.ts',
  },
  mutant('numbers do not leap at a restore', ledger, 'SET seq = CASE', 'SET seq = seq + 0 * CASE'),
  mutant('a backup put back twice gives numbers twice', ledger, 'PER_MS = 1_000', 'PER_MS = 0'),
  mutant(
    'page off by one',
    reading,
    '} FROM rows WHERE campus = ? AND seq > ?',
    '} FROM rows WHERE campus = ? AND seq > ? + 1',
  ),
  mutant('cursor past the page', page, 'return { rows, cursor, left:', 'return { rows, cursor: last, left:'),
  mutant('since not looked at', sync, 'Math.min(ask.since ?? cursor, cursor)', 'cursor'),
  mutant('what was told is told again', sync, 'Math.max(0, ask.cursor) : 0', 'Math.max(0, ask.cursor - 9) : 0'),
  mutant('the whole is not told', page, 'wanted.whole ? undefined : wanted.device', 'wanted.device'),
  mutant('one number for all changes of a request', take, 'if (!verdict.refused) next += 1', ''),
  mutant('only the sole author is left out', text, 'd === born.d && p === 0', 'd === born.d'),
  mutant('rows of several are told to nobody', reading, '(sole IS NULL OR sole <> ?)', '(sole <> ?)'),
  mutant('no history of what lost', take, 'fields = text,', "fields = as.lost.length > 0 ? '{}' : text,"),
  mutant('refused once, then said to be taken', offered, '? one.refused :', '? undefined :'),
  mutant(
    'a bad change blocks those behind it',
    take,
    '      if (!(await reply.takes(one.key))) break\n',
    '      break\n',
  ),
  mutant('a bad change is dropped without a word', take, '      refused.push(one)\n      batch', '      batch'),
  mutant('a refused row is not told again', sync, 'taken.refused.map(({ key }) => key)', '[]'),
  mutant(
    'a transaction that failed is kept in part',
    'src/server/sqlite/writers.ts',
    "db.exec('ROLLBACK')",
    "db.exec('COMMIT')",
  ),
  mutant(
    'what was folded is told without what came before it',
    'src/server/texts-told.ts',
    '(await at.updates(mark, since, device))',
    '(await at.updates(mark, Math.max(since, mark.folded), device))',
    { file: 'src/server/texts-told.ts', text: ' || since < mark.folded', instead: '' },
  ),
  mutant(
    'what the oldest builds write is not taken',
    'src/protocol/change.ts',
    'schema: z.int(),',
    'schema: z.int().check(z.minimum(2)),',
  ),
  { ...mutant('id-reuse accepted', offered, ": 'id-reuse'", ': undefined'), by: 'tests/server/sync.test.ts' },
]

import { mutant } from './mutant.ts'

const [receive, heard] = ['receive', 'heard'].map((name) => `src/store/${name}.ts`) as [string, string]
const [rule, merge, received] = ['merge-heard', 'merge', 'received'].map((name) => `src/protocol/${name}.ts`) as [
  string,
  string,
  string,
]
const [byServer, byPhone] = [{ by: 'tests/server/heard.test.ts' }, { by: 'tests/store/heard.test.ts' }]

/** Faults of what is said again after a restore by phones that had heard it. */
export const ofHearing = [
  mutant(
    'what was heard is not said again',
    receive,
    'isRestored ? await heardOf(space, reply.lost ?? [], before.acked) : []',
    '[]',
  ),
  mutant('what lay beside is not said again', heard, 'return [whole, ...beside, ...last]', 'return [whole, ...last]'),
  {
    ...mutant('what was written in texts is not said again', heard, 'if (updates.length === 0) return []', 'return []'),
    ...byPhone,
  },
  {
    ...mutant('what waits is said to be heard', heard, 'const but = [...own, ...gone]', 'const but = gone'),
    ...byPhone,
  },
  mutant(
    'what was heard overwrites what was sent since',
    rule,
    'change.heard.beside || !isKnown(present, telling)',
    'change.heard.beside',
  ),
  mutant(
    'what was heard wins where it was later',
    merge,
    'present.h || touch.t > present.t ||',
    'touch.t > present.t ||',
  ),
  {
    ...mutant('said twice, it lies beside itself', rule, '  if (same(present.v, value)) return undefined\n', ''),
    ...byServer,
  },
  {
    ...mutant(
      'said late, it lies beside again what was settled',
      rule,
      '  if (since.some(({ change }) => same(change as FieldValue, value))) return undefined\n',
      '',
    ),
    ...byServer,
  },
  {
    ...mutant('who had heard least is believed', rule, 'isStale: base < (state?.heard ?? 0)', 'isStale: false'),
    ...byServer,
  },
  {
    ...mutant(
      'a deletion that was heard takes away what was written since',
      rule,
      'if (isStale || isWrittenIn)',
      'if (isStale)',
    ),
    ...byServer,
  },
  {
    ...mutant('what lay beside stands on the screen until it is said', received, '!heard?.beside', 'true'),
    ...byPhone,
  },
  {
    ...mutant('of what was heard nobody is told how it stands', 'src/server/sync.ts', ', ...taken.heard]', ']'),
    ...byServer,
  },
  {
    ...mutant(
      'anything may be said to be heard',
      'src/server/offered.ts',
      '!mayBeHeard(await at.lost(), change)',
      'false',
    ),
    ...byServer,
  },
  {
    ...mutant(
      'the team is made by hearing',
      'src/server/offered.ts',
      "change.table === 'members') return { offered, text, refused: 'forbidden' }",
      "change.table === 'none') return { offered, text, refused: 'forbidden' }",
    ),
    ...byServer,
  },
]

import { mutant } from './mutant.ts'

const [merge, received, rows] = ['merge', 'received', 'row-state'].map((name) => `src/protocol/${name}.ts`) as [
  string,
  string,
  string,
]

/** Faults of the rule that phone and server share. */
export const inMerge = [
  mutant(
    'raw clock',
    merge,
    'Math.round(Math.max(0, Math.min(at + offset, now)))',
    'Math.round(Math.max(0, Math.min(at + 0 * offset, now)))',
  ),
  mutant('a clock in the future wins', merge, 'Math.min(at + offset, now)', 'at + offset'),
  mutant('the earlier of two wins', merge, 'touch.t > present.t ||', 'touch.t < present.t ||'),
  mutant('what was seen may win', merge, 'givenAt <= change.base || present.d === d', 'present.d === d'),
  mutant(
    'own device not counted as seen',
    merge,
    'givenAt <= change.base || present.d === d',
    'givenAt <= change.base',
  ),
  mutant('an edit that saw a later one keeps its own slow clock', merge, ', (present?.t ?? 0) + 1)', ')'),
  mutant('losing value dropped', merge, 'n, p: n, o: other }', 'n, p: n }'),
  mutant('versions never settled', merge, 'present.o && present.o.n > change.base ?', 'present.o ?'),
  mutant('what lost is told to nobody', merge, 'n, p: n, o: other }', 'n, o: other }'),
  mutant('revival missing', merge, 'present.v !== null && unseen(present)', 'present.v !== null && false'),
  mutant('delete wins', merge, 'if (value !== null && isEditedElsewhere)', 'if (value !== null && false)'),
  mutant('collections as values', merge, 'value.filter((one) => !drop.includes(one)) : []', '[] : []'),
  mutant('nothing is dropped from a collection', merge, 'value.filter((one) => !drop.includes(one))', 'value'),
  mutant('overlay of unsent changes missing', received, 'return said.reduce(', 'return after || said.reduce('),
  mutant('what a birth does not tell stays', received, 'news.born ? undefined : row', 'row'),
  mutant('a version that was settled stays', received, '.filter(([name]) => !(name in news.fields))', ''),
  mutant(
    'own values are never told back',
    rows,
    'field.d === device ? field.p : field.n',
    'field.d === device ? 0 : field.n',
  ),
  mutant('what comes back from the trash is told in part', rows, '(state.again ?? 0) > seen.since', 'false'),
  mutant(
    'the birth of a row is never told',
    rows,
    'state.born.n > seen.since && state.born.d !== seen.device',
    'false',
  ),
]

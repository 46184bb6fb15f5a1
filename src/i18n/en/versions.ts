import type { versions as french } from '../fr/versions.ts'
import type { Translated } from '../section.ts'

export const versions: Translated<typeof french> = {
  title: 'Two versions',
  toSettle: 'Two versions to settle:',
  records: (count) => (count === 1 ? '1 record with two versions' : `${count} records with two versions`),
  empty: '(empty)',
  take: 'Take this one',
  keep: 'Keep this one',
  takeFor: (label) => `Take this one: ${label}`,
  keepFor: (label) => `Keep this one: ${label}`,
  taken: (label) => `${label}: the other version is taken`,
  kept: (label) => `${label}: version kept`,
  history: 'Past values',
  historyOf: (label) => `${label}: past values`,
  offline: 'Past values are read online. No network for now: the record stays as it is.',
  none: 'No value has reached your space yet.',
  isPresent: 'Present value',
  lost: 'Was not retained',
  saidBy: (name) => `Given back by ${name}’s phone, after a restore`,
  added: 'Added:',
  dropped: 'Removed:',
  takeBack: 'Take this value back',
  takenBack: (label) => `${label}: value taken back`,
  earlier: 'Earlier ones',
}

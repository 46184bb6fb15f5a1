import { type Chance, chanceFrom } from './chance.ts'

/** What may happen, and how often: what people do, what the wire does, what befalls phones and server. */
const weights = {
  note: 8,
  edit: 40,
  list: 9,
  delete: 14,
  restore: 2,
  merge: 3,
  settle: 9,
  poison: 1,
  long: 5,
  open: 8,
  late: 12,
  tab: 4,
  person: 4,
  minutes: 1,
  write: 18,
  future: 2,
  update: 2,
  limit: 4,
  deliver: 60,
  fair: 6,
  pass: 16,
  passLong: 2,
  offline: 4,
  online: 6,
  kill: 2,
  start: 6,
  dieAt: 2,
  clock: 3,
  serverCut: 2,
  backup: 3,
  restoreBackup: 2,
  signOut: 1,
  enter: 2,
  wipe: 0.4,
  replay: 3,
  foreign: 1.5,
  smallPages: 2,
} as const
export type StepKind = keyof typeof weights

/** One thing that happens; the numbers, from 0 to 1, say to whom and how, so that steps before it may be left out. */
export type Step = { kind: StepKind; a: number; b: number; c: number; d: number }
/** `clocks`: they are set often, and edits meet on one field. `months`: much time passes, often unseen. */
export type Kind = 'usual' | 'clocks' | 'months'
/**
 * `weather`: how often a frame does not simply arrive. `builds`: so many a phone may be behind; one in what was kept before
 * there were two.
 */
export type Schedule = { seed: number; phones: number; weather: number; kind: Kind; builds?: 2; steps: Step[] }

export const weightsOf = {
  usual: weights,
  clocks: { ...weights, clock: 16, edit: 60 },
  months: { ...weights, passLong: 12, offline: 8, delete: 24 },
} satisfies Record<Kind, Record<StepKind, number>>

export const stepOf = (chance: Chance, kind: Kind): Step => ({
  kind: chance.weighted<StepKind>(weightsOf[kind]),
  a: chance.next(),
  b: chance.next(),
  c: chance.next(),
  d: chance.next(),
})

const length = 120

export const scheduleFrom = (seed: number): Schedule => {
  const chance = chanceFrom(seed)
  // Among all the rest, what clocks and months break is seldom seen.
  const kind: Kind = seed % 5 === 4 ? 'clocks' : seed % 5 === 2 ? 'months' : 'usual'
  const phones = 4 + chance.below(3)
  const weather = chance.pick([0.1, 0.3, 0.6])
  const steps = Array.from({ length: length + chance.below(60) }, () => stepOf(chance, kind))
  return { seed, phones, weather, kind, builds: 2, steps }
}

import { type Chance, chanceFrom } from './chance.ts'

/** What may happen, and how often: what people do, what the wire does, what befalls phones and server. */
const weights = {
  note: 8,
  edit: 40,
  list: 9,
  delete: 14,
  restore: 2,
  merge: 3,
  settle: 6,
  poison: 1,
  long: 5,
  open: 8,
  late: 12,
  tab: 2,
  limit: 4,
  deliver: 60,
  pass: 16,
  passLong: 2,
  offline: 4,
  online: 6,
  kill: 2,
  start: 6,
  dieAt: 2,
  clock: 3,
  serverCut: 2,
  backup: 2,
  restoreBackup: 1,
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
/** `weather`: how often a frame does not simply arrive. `clocks`: they are set often, and edits meet on one field. */
export type Schedule = { seed: number; phones: number; weather: number; clocks: boolean; steps: Step[] }

export const stepOf = (chance: Chance, clocks: boolean): Step => ({
  kind: chance.weighted(clocks ? { ...weights, clock: 16, edit: 60 } : weights),
  a: chance.next(),
  b: chance.next(),
  c: chance.next(),
  d: chance.next(),
})

const length = 120

export const scheduleFrom = (seed: number): Schedule => {
  const chance = chanceFrom(seed)
  // Every fifth is about clocks: among all the rest, what they break is seldom seen.
  const clocks = seed % 5 === 4
  const phones = 4 + chance.below(3)
  const weather = chance.pick([0.1, 0.3, 0.6])
  const steps = Array.from({ length: length + chance.below(60) }, () => stepOf(chance, clocks))
  return { seed, phones, weather, clocks, steps }
}

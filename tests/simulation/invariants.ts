import { tally } from './faults.ts'

/** What must hold whatever happens; the numbers are those of the plan the project follows (docs/decisions/0014). */
export const invariants = {
  I1: 'all phones of a campus show what its server holds',
  I2: 'what was acknowledged is at the server',
  I3: 'what was typed can be read: now, in the history, or where it was refused',
  I4: 'a change has one effect',
  I5: 'a cursor never goes back within an epoch',
  I6: 'an edit never loses to what its author saw',
  I7: 'the changes of a device keep their order',
  I8: 'edits of different fields all stand, additions to a list add up',
  I9: 'a word written in a text stays unless somebody erased it who had it before them',
  I10: 'what was edited without knowing of its deletion stays',
  I11: 'nothing of one campus reaches another',
  I13: 'what waits is sent or refused within a minute of the last fault',
  I14: 'where nothing happens nothing is sent',
  I16: 'what travels in fair weather is at most three times what was written',
  I17: 'old and foreign messages change nothing',
  heard: 'what a phone had heard before a restore is at the server after it',
  digest: 'held against the server, a phone that has heard all shows the same',
  later: 'of two edits made unseen of each other the later stands',
  beside: 'what lost unseen stands beside what won until somebody decides',
  clock: 'a phone knows how its clock stands',
  told: 'the state line says that all is sent only when it is',
} as const
export type Invariant = keyof typeof invariants
export const invariantNames = Object.keys(invariants) as Invariant[]

export class Violation extends Error {
  constructor(
    readonly invariant: Invariant,
    readonly what: string,
  ) {
    super(`${invariant}, ${invariants[invariant]}: ${what}`)
  }
}

/** Counts each look, and throws where what should hold does not. */
export const openLooks = () => {
  const looked = tally(invariantNames)
  return {
    counts: looked.counts,
    holds: (invariant: Invariant, is: boolean, what: () => string): void => {
      looked.add(invariant)
      if (!is) throw new Violation(invariant, what())
    },
  }
}
export type Looks = ReturnType<typeof openLooks>

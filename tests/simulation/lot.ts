import { webcrypto } from 'node:crypto'
import { type Chance, chanceFrom } from './chance.ts'

let chance: Chance = chanceFrom(0)
/** What Yjs draws by lot from here on: the numbers of those who write, which order words written at one place. */
export const drawFrom = (seed: number): void => {
  chance = chanceFrom(seed)
}

// Imported before all else: Yjs takes hold of this function as it is loaded.
webcrypto.getRandomValues = ((drawn: Uint32Array) => {
  for (let at = 0; at < drawn.length; at += 1) drawn[at] = chance.below(2 ** 32)
  return drawn
}) as typeof webcrypto.getRandomValues

import { atTheServer } from './at-the-server.ts'
import { inMerge } from './in-merge.ts'
import type { Mutant } from './mutant.ts'
import { ofHearing } from './of-hearing.ts'
import { onThePhone } from './on-the-phone.ts'

/** Deliberate faults, each of which the simulation has to find: what it does not find it does not prove. */
export const mutants: readonly Mutant[] = [...inMerge, ...atTheServer, ...onThePhone, ...ofHearing]

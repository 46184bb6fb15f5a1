import type { Heard } from '../../src/sync/believe.ts'

/** What travels. `call`: the request of a phone that waits for this answer. */
export type Frame = { phone: number; call: number; campus: string } & (
  | { kind: 'request'; device: string; text: string }
  | { kind: 'answer'; heard: Heard }
  | { kind: 'poke' }
)

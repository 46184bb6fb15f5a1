import type { Answer, Transport } from '../../src/sync/answer.ts'
import { believed, type Heard } from '../../src/sync/believe.ts'
import type { SimTime } from './sim-time.ts'

/** To the first byte of an answer, as in sync/transport.ts, in ms. */
const patience = 15_000

export type CallsParts = {
  time: SimTime
  clock: () => number
  isOnline: () => boolean
  send: (call: number, text: string) => void
}

/** The requests of a phone that wait for an answer. */
export const simCalls = ({ time, clock, isOnline, send }: CallsParts) => {
  const waiting = new Map<number, (heard: Heard) => void>()
  let last = 0
  const transport: Transport = (request, signal) =>
    new Promise((done) => {
      if (!isOnline()) return done({ kind: 'no-network', isSlow: false })
      last += 1
      const call = last
      const over = (answer: Answer) => {
        waiting.delete(call)
        late()
        signal.removeEventListener('abort', given)
        done(answer)
      }
      const late = time.timer(() => over({ kind: 'no-network', isSlow: true }), patience)
      const given = () => over({ kind: 'no-network', isSlow: true })
      signal.addEventListener('abort', given)
      waiting.set(call, (heard) => over(believed(heard, request.rid, clock())))
      send(call, JSON.stringify(request))
    })
  return {
    transport,
    answer: (call: number, heard: Heard) => waiting.get(call)?.(heard),
    /** The one that was made last; undefined when none waits. */
    last: () => [...waiting.keys()].at(-1),
    clear: () => waiting.clear(),
  }
}

import type { Source } from '../../src/sync/pokes.ts'
import type { Timer } from '../../src/sync/timer.ts'

/** How a server answers who wants to hear it. */
export type Reach = 'heard' | 'no server' | 'refused'
/** Until a first answer, and until a browser tries again by itself; in ms. */
const [soon, again] = [200, 3_000]

/** An event source as browsers have them: it comes back by itself unless the server refused it. */
export const simSource = (timer: Timer, reach: () => Reach) => {
  const listeners = new Map<string, (() => void)[]>()
  let stop = () => {}
  const source = {
    readyState: 0 as number,
    addEventListener: (name: string, act: () => void) => {
      listeners.set(name, [...(listeners.get(name) ?? []), act])
    },
    close: () => {
      source.readyState = 2
      stop()
    },
  }
  const tell = (name: string) => {
    for (const act of listeners.get(name) ?? []) act()
  }
  const connect = (ms: number) => {
    source.readyState = 0
    stop = timer(() => {
      const answer = reach()
      if (answer === 'no server') connect(again)
      else source.readyState = answer === 'heard' ? 1 : 2
      tell(answer === 'heard' ? 'hello' : 'error')
    }, ms)
  }
  connect(soon)
  return {
    source: source as unknown as Source,
    news: () => source.readyState === 1 && tell('news'),
    /** The line is cut. */
    cut: () => {
      if (source.readyState !== 1) return
      connect(again)
      tell('error')
    },
  }
}
export type SimSource = ReturnType<typeof simSource>

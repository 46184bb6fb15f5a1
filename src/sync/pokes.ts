import type { Timer } from './timer.ts'

/** How long a server may take to say hello, in ms, before a proxy is thought to swallow what it says. */
const helloWithin = 5_000
/** Asked again at this interval while nothing is heard, in ms, and up to as much later. */
const askEvery = 30_000
/** The same while the server is heard: a line may be dead and not tell. */
const askRarely = 300_000
/** A source the server refused is tried again after this, in ms. */
const openAgain = 300_000

/** What of an `EventSource` is needed. */
export type Source = Pick<EventSource, 'addEventListener' | 'close' | 'readyState'>

export type PokesParts = {
  open: () => Source
  timer: Timer
  random: () => number
  /** There is news. */
  poke: () => void
  /** There may be: nothing tells. */
  look: () => void
}

/** Hears that there is news, as long as the server can be heard; where it cannot, looks from time to time. */
export const hearPokes = ({ open, timer, random, poke, look }: PokesParts) => {
  let source: Source | undefined
  let [stopAsking, stopWaiting] = [() => {}, () => {}]

  const ask = (every = askEvery) => {
    stopAsking()
    stopAsking = timer(
      () => {
        look()
        ask(every)
      },
      every + random() * every,
    )
  }
  const listen = () => {
    source?.close()
    const heard = open()
    source = heard
    stopWaiting()
    stopWaiting = timer(() => ask(), helloWithin)
    heard.addEventListener('hello', () => {
      stopWaiting()
      ask(askRarely)
      // What happened while nobody listened was not told.
      poke()
    })
    heard.addEventListener('news', poke)
    heard.addEventListener('error', () => {
      stopWaiting()
      ask()
      // 2: the browser has given up, and does not come back by itself.
      if (heard.readyState === 2) stopWaiting = timer(listen, openAgain)
    })
  }
  listen()
  return {
    /** Asks anew to be heard: the server refused who it did not know, and knows them now. */
    again: listen,
    stop: () => {
      stopAsking()
      stopWaiting()
      source?.close()
    },
  }
}

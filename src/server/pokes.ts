type Listener = { campus: string; device: string; hear: (seq: number) => void }

/** Tells the open phones of a campus that there is news, and nothing else. */
export type Pokes = {
  /** All but the device it came from hear the number: at once, and where many listen not much more often than they can. */
  tell(campus: string, seq: number, device: string): void
  /** Gives back what ends the listening. */
  listen(listener: Listener): () => void
}

/** After each poke of a campus so many ms for each who listens: a crowd that comes back would be told of each by each. */
const PAUSE = 1

/** The last number of what came since the last poke; `device`: '' where it came from several. */
type Untold = { seq: number; device: string }

/** Within this process; phones of another one find out when they ask. */
export const openPokes = (): Pokes => {
  const listeners = new Map<string, Set<Listener>>()
  const pausing = new Map<string, Untold | undefined>()
  const tellNow = (campus: string, { seq, device }: Untold) => {
    const here = listeners.get(campus) ?? new Set()
    setTimeout(() => goOn(campus), PAUSE * here.size).unref()
    pausing.set(campus, undefined)
    for (const one of here) if (one.device !== device) one.hear(seq)
  }
  const goOn = (campus: string) => {
    const untold = pausing.get(campus)
    if (untold) tellNow(campus, untold)
    else pausing.delete(campus)
  }
  return {
    tell: (campus, seq, device) => {
      const before = pausing.get(campus)
      if (!pausing.has(campus)) tellNow(campus, { seq, device })
      else
        pausing.set(campus, {
          seq: Math.max(seq, before?.seq ?? 0),
          device: before === undefined || before.device === device ? device : '',
        })
    },
    listen: (listener) => {
      const here = listeners.get(listener.campus) ?? new Set()
      listeners.set(listener.campus, here.add(listener))
      return () => {
        here.delete(listener)
        if (here.size === 0 && listeners.get(listener.campus) === here) listeners.delete(listener.campus)
      }
    },
  }
}

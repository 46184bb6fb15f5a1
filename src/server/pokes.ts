type Listener = { campus: string; device: string; hear: (seq: number) => void }

/** Tells the open phones of a campus that there is news, and nothing else. */
export type Pokes = {
  /** All but the device it came from hear the number. */
  tell(campus: string, seq: number, device: string): void
  /** Gives back what ends the listening. */
  listen(listener: Listener): () => void
}

/** Within this process; phones of another one find out when they ask. */
export const openPokes = (): Pokes => {
  const listeners = new Set<Listener>()
  return {
    tell: (campus, seq, device) => {
      for (const one of listeners) if (one.campus === campus && one.device !== device) one.hear(seq)
    },
    listen: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

/** What of the browser's locks is needed. */
export type Locks = Pick<LockManager, 'request'>

/**
 * Of all the tabs that ask for it, one has the lead, until it gives it up or is gone; without locks, each has it.
 * `begin` is called when this tab gets it, and gives what to call when the lead is taken from it.
 */
export const takeLead = (name: string, locks: Locks | undefined, begin: () => () => void) => {
  const waiting = new AbortController()
  let giveUp = () => {}
  let end: (() => void) | undefined
  const lead = () => {
    end = begin()
    return new Promise<void>((done) => {
      giveUp = done
    })
  }
  const lost = () => {
    end?.()
    end = undefined
  }
  if (!locks) void lead()
  else locks.request(name, { signal: waiting.signal }, lead).catch(lost)
  return {
    /** Whether this tab has the lead. */
    isMine: () => end !== undefined,
    /** Takes it from a tab that holds it and does nothing. */
    seize: () => {
      if (end || !locks) return
      waiting.abort()
      locks.request(name, { steal: true }, lead).catch(lost)
    },
    giveUp: () => {
      waiting.abort()
      end = undefined
      giveUp()
    },
  }
}

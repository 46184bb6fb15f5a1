const name = 'maillage-enter'
/** A tab that is frozen may never give its turn up. In ms: longer than a request may take. */
const patience = 20_000

/**
 * Of two tabs that enter a space at once, one goes after the other: the second sees which database the first took.
 * Where a browser has no locks, or no turn comes, it goes at once.
 */
export const inTurn =
  (locks: Pick<LockManager, 'request'> | undefined) =>
  async <T>(act: () => Promise<T>): Promise<T> => {
    if (!locks) return act()
    const waiting = new AbortController()
    const timer = setTimeout(() => waiting.abort(), patience)
    let isMine = false
    const take = () => {
      isMine = true
      return act()
    }
    try {
      return await locks.request(name, { signal: waiting.signal }, take)
    } catch (error) {
      if (isMine) throw error
      return act()
    } finally {
      clearTimeout(timer)
    }
  }

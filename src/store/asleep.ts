/**
 * A page that is left may be kept asleep for the way back, with the transactions it had begun: WebKit answers no other page of
 * the app while one of them writes, and shows nothing until the tab is closed. So they are undone as it falls asleep, as if
 * it had been killed: what was being saved is in its draft. When such a page wakes up it is loaded anew.
 */
export const letGoAsleep = (): void => {
  const running = new Set<IDBTransaction>()
  const { transaction } = IDBDatabase.prototype
  IDBDatabase.prototype.transaction = function (...asked) {
    const begun = transaction.apply(this, asked)
    running.add(begun)
    for (const end of ['complete', 'abort']) begun.addEventListener(end, () => running.delete(begun))
    return begun
  }
  let isBroken = false
  addEventListener('pagehide', ({ persisted }) => {
    if (!persisted) return
    for (const one of running) {
      try {
        one.abort()
        isBroken = true
      } catch {
        // It had ended, and nobody was told yet.
      }
    }
  })
  addEventListener('pageshow', () => {
    if (isBroken) location.reload()
  })
}

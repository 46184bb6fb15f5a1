/** Runs what it is given one after the other, each after the one before has ended, well or not. */
export const inTurn = () => {
  let last: Promise<unknown> = Promise.resolve()
  return <T>(act: () => Promise<T>): Promise<T> => {
    const run = last.then(act)
    last = run.catch(() => {})
    return run
  }
}

/**
 * For tests only: `MAILLAGE_FAILPOINT=after-commit:2` ends the process, as a power cut would, after the second
 * transaction that took changes and before its reply. Does nothing without the variable.
 */
export const openFailpoint = (spec: string | undefined = process.env.MAILLAGE_FAILPOINT) => {
  const [place, count] = (spec ?? '').split(':')
  let left = Number(count ?? 1)
  return (reached: 'after-commit'): void => {
    if (reached !== place) return
    left -= 1
    if (left === 0) process.kill(process.pid, 'SIGKILL')
  }
}

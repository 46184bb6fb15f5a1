/** `…-commit`: of what took changes; `in-page`: a row of news; `…-chunk`: bytes of a file; `in-entering`: before its commit. */
type Place = 'before-commit' | 'after-commit' | 'in-page' | 'in-chunk' | 'after-chunk' | 'in-entering'

const openFailpoint = (spec = '') => {
  const [place, count] = spec.split(':')
  let left = Number(count ?? 1)
  return (reached: Place): void => {
    if (reached !== place) return
    left -= 1
    if (left === 0) process.kill(process.pid, 'SIGKILL')
  }
}

/**
 * For tests only: `MAILLAGE_FAILPOINT=after-commit:2` ends the process, as a power cut would, the second time it gets
 * there. Does nothing without the variable.
 */
export const failpoint = openFailpoint(process.env.MAILLAGE_FAILPOINT)

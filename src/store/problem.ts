/** Why the store cannot do what was asked, as the screen must tell it. */
export type Problem =
  /** No room left on the device: nothing of the attempt was kept. */
  | 'full'
  /** The browser refuses storage (private window, policy). */
  | 'refused'
  /** The data that was here is gone. */
  | 'wiped'
  /** A newer version of the app has opened this database: this one no longer writes. */
  | 'outdated'
  | 'unknown'

export class StoreError extends Error {
  readonly problem: Problem
  constructor(problem: Problem, cause?: unknown) {
    super(problem, { cause })
    this.name = 'StoreError'
    this.problem = problem
  }
}

const names = (error: unknown, depth = 0): string[] => {
  if (typeof error !== 'object' || error === null || depth > 4) return []
  const { name, inner, cause } = error as { name?: unknown; inner?: unknown; cause?: unknown }
  return [String(name), ...names(inner, depth + 1), ...names(cause, depth + 1)]
}

/** The quota shows up as an AbortError whose inner error carries the name; a refusal has no name of its own in some browsers. */
export const problemOf = (error: unknown): Problem => {
  if (error instanceof StoreError) return error.problem
  const seen = names(error)
  if (seen.includes('QuotaExceededError')) return 'full'
  if (seen.some((name) => ['SecurityError', 'InvalidStateError', 'MissingAPIError', 'OpenFailedError'].includes(name)))
    return 'refused'
  return 'unknown'
}

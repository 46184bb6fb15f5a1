/** A fault that was met, by its code alone: what a person typed never gets into it. */
export type MetProblem = { readonly code: string; readonly at: string }

const key = 'maillage.problems'
const many = 20
const isCode = (code: unknown): code is string => typeof code === 'string' && /^[A-Za-z]{1,40}$/.test(code)
const isMet = (one: unknown): one is MetProblem =>
  typeof one === 'object' && one !== null && 'code' in one && isCode(one.code) && 'at' in one && isInstant(one.at)
const isInstant = (at: unknown) => typeof at === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(at)

/** The faults last met on this device, latest first. What is kept is read with suspicion. */
export const lastProblems = (): MetProblem[] => {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]')
    return Array.isArray(kept)
      ? kept
          .filter(isMet)
          .map(({ code, at }) => ({ code, at }))
          .slice(0, many)
      : []
  } catch {
    return []
  }
}

/** Keeps the code of a fault: a word of our own, or the name of an error. */
export const rememberProblem = (code: string, now = Date.now()): void => {
  if (!isCode(code)) return
  try {
    const met = [{ code, at: new Date(now).toISOString() }, ...lastProblems()].slice(0, many)
    localStorage.setItem(key, JSON.stringify(met))
  } catch {
    // no room or no storage: the fault itself is told elsewhere
  }
}

/** Called once at start: errors that nobody caught are kept by their name. */
export const watchProblems = (target: EventTarget = window): void => {
  const nameOf = (error: unknown) => (error instanceof Error ? error.name : 'Unknown')
  target.addEventListener('error', (event) => rememberProblem(nameOf((event as ErrorEvent).error)))
  target.addEventListener('unhandledrejection', (event) =>
    rememberProblem(nameOf((event as PromiseRejectionEvent).reason)),
  )
}

/** Does it once, so many ms from now, unless the returned function is called before. */
export type Timer = (act: () => void, ms: number) => () => void

export const browserTimer: Timer = (act, ms) => {
  const timer = setTimeout(act, ms)
  return () => clearTimeout(timer)
}

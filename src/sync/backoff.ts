/** With the patience for one answer it stays below a minute: a network that came back without a sign is found within it. */
const [first, most] = [1_000, 40_000]

/**
 * How long to wait after so many failures in a row, in ms: anywhere up to a limit that doubles from one second to forty,
 * so that phones that lost one network do not all come back at once. `retryAfter`: what the server asked, in ms.
 */
export const backoff = (failures: number, random: () => number, retryAfter = 0): number => {
  const limit = Math.min(most, first * 2 ** Math.max(0, failures - 1))
  return retryAfter > 0 ? retryAfter + random() * Math.min(limit, retryAfter) : random() * limit
}

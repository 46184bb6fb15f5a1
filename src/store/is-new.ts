/** Yesterday at midnight where the phone is, ISO 8601: what arrived since is new. */
export const newSince = (now: number): string => {
  const day = new Date(now)
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() - 1).toISOString()
}

/** Whether a row came from a colleague since yesterday. */
export const isNew = ({ arrived }: { arrived?: string | undefined }, now: number): boolean =>
  arrived !== undefined && arrived >= newSince(now)

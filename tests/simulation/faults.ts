/** What the schedules must have met, each by its name: a run that misses one of them proves nothing about it. */
export const faults = [
  'request lost',
  'answer lost',
  'request twice',
  'answer twice',
  'overtaken',
  'answer cut',
  'portal page',
  'proxy: too large',
  'proxy: busy',
  'too large',
  'old answer again',
  'foreign campus asked',
  'power cut before rows',
  'power cut before history',
  'power cut before watermark',
  'power cut before commit',
  'power cut after commit',
  'restored from a backup',
  'signed out',
  'refused change',
  'set aside',
  'text folded',
  'two tabs',
  'saved late',
  'killed',
  'killed before commit',
  'killed after commit',
  'storage wiped',
  'offline',
  'offline for days',
  'offline for weeks',
  'clock set',
  'clock in 2038',
  'small pages',
  'earlier build',
  'two builds earlier',
  'later build',
  'updated',
  'out of the trash',
  'said again',
] as const
export type Fault = (typeof faults)[number]

/** How often each happened, and was looked at. */
export const tally = <K extends string>(names: readonly K[]) => {
  const counts = new Map<K, number>(names.map((name) => [name, 0]))
  return {
    add: (name: K, times = 1) => void counts.set(name, (counts.get(name) ?? 0) + times),
    counts: () => Object.fromEntries(counts) as Record<K, number>,
  }
}
export type Tally<K extends string> = ReturnType<typeof tally<K>>

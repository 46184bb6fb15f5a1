/** What a browser says of itself; only the kind of device is taken from it. */
export type Told = { userAgent: string; touchPoints: number }

const kinds: readonly (readonly [name: string, is: (told: Told) => boolean])[] = [
  ['iPhone', ({ userAgent }) => /iPhone|iPod/.test(userAgent)],
  // An iPad says that it is a Mac; it has fingers on it, a Mac has none.
  ['iPad', ({ userAgent, touchPoints }) => /iPad/.test(userAgent) || (/Macintosh/.test(userAgent) && touchPoints > 1)],
  ['Téléphone Android', ({ userAgent }) => /Android.*Mobile/.test(userAgent)],
  ['Tablette Android', ({ userAgent }) => /Android/.test(userAgent)],
  ['Mac', ({ userAgent }) => /Macintosh/.test(userAgent)],
  ['Chromebook', ({ userAgent }) => /CrOS/.test(userAgent)],
  ['Ordinateur Windows', ({ userAgent }) => /Windows/.test(userAgent)],
  ['Ordinateur Linux', ({ userAgent }) => /Linux/.test(userAgent)],
]

/** The kind of device in words, so that its owner knows it again among others; no version, no model. */
export const deviceName = (told: Told): string => kinds.find(([, is]) => is(told))?.[0] ?? 'Appareil'

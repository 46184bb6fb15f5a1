import { createHash, randomBytes } from 'node:crypto'
import type { Ledger, Reading, Session } from './ledger.ts'

const DAY = 86_400_000
/** A session that is not used for so long ends. */
export const sessionDays = 180

/** Who says they ask: the device they name, and the digest of the token its cookie holds. */
export type Asker = { device: string; digest: string }

export const digestOf = (secret: string): string => createHash('sha256').update(secret).digest('base64url')
/** 256 bits of chance. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** A cookie a device: one browser may hold several spaces. The prefix keeps it from being set over plain http. */
export const cookieName = (device: string, isHttps: boolean): string => `${isHttps ? '__Host-' : ''}maillage-${device}`

/** The session of the device that is named, if it is one and still stands; `isOld`: not renewed today. */
export const sessionOf = async (
  at: Reading,
  { device, digest }: Asker,
  now: number,
): Promise<(Session & { isOld: boolean }) | undefined> => {
  const session = await at.session(digest)
  if (session?.device !== device || now - session.seen > sessionDays * DAY) return undefined
  return { ...session, isOld: now - session.seen > DAY }
}

/** Whether this device may ask anything of this campus now. */
export const isMember = async (
  { ledger, now }: { ledger: Ledger; now: () => number },
  campus: string,
  asker: Asker,
): Promise<boolean> => (await ledger.read(campus, (at) => sessionOf(at, asker, now()))) !== undefined

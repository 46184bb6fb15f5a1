import type { Link, Writing } from '../ledger.ts'
import { digestOf, newToken } from '../session.ts'
import { codeOf, shownCode } from './secrets.ts'

/** A way in stays open for a week. */
const VALIDITY = 7 * 86_400_000

export type NewLink = Pick<Link, 'id' | 'kind' | 'role'> & { inviter?: string; name?: string }
/** The only moment its token is known. */
export type MadeLink = { link: string; code: string; expires: number }

/** Opens a way in; an earlier one of the same id and another token is closed. The token stands in the fragment, which no server is told. */
export const newLink = async (
  at: Writing,
  { publicUrl, now }: { publicUrl: string; now: number },
  what: NewLink,
  token = newToken(),
): Promise<MadeLink> => {
  const code = codeOf(token)
  const expires = now + VALIDITY
  await at.putLink({ ...what, token: digestOf(token), code: digestOf(code), expires })
  return { link: `${publicUrl}/entrer#${token}`, code: shownCode(code), expires }
}

import { failure } from '../failure.ts'
import type { Campus, Ledger, Link, Reading } from '../ledger.ts'

/** @throws Failure `unknown`: mangled, cancelled, or never made. */
export const campusOfLink = async (ledger: Ledger, digest: string): Promise<string> => {
  const campus = await ledger.campusOfLink(digest)
  if (campus === undefined) throw failure('unknown')
  return campus
}

/** The link and what it leads to, used or not. @throws Failure `unknown`. */
export const linkAt = async (at: Reading, digest: string): Promise<{ link: Link; campus: Campus }> => {
  const [link, campus] = [await at.link(digest), await at.campus()]
  if (!link || !campus) throw failure('unknown')
  return { link, campus }
}

/** @throws Failure `used`, or `expired`; a space that has its director is set up no more. */
export const mustBeOpen = (link: Link, campus: Campus, now: number): void => {
  if (link.usedBy !== undefined || (link.kind === 'setUp' && campus.claimed)) throw failure('used')
  if (link.expires < now) throw failure('expired')
}

export const spaceOf = ({ name, kind }: Campus) =>
  name === undefined ? undefined : { name, kind: kind ?? ('campus' as const) }

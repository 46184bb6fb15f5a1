import type { Catalog } from '../domain/catalog.ts'
import type { RefusalCode, SentChange } from '../protocol/sync-message.ts'
import type { RowKey, Writing } from './ledger.ts'
import { mayChangeMember } from './members.ts'
import { checked } from './refusal.ts'
import { isHeard, mayBeHeard } from './take-heard.ts'

/** A change as it came: its number and id are known to be there, the rest is not. */
export type Offered = { n: number; id: string } & Record<string, unknown>
export type Refused = { n: number; code: RefusalCode; key: RowKey }
export type Repeated = Omit<Refused, 'code'> & { code: RefusalCode | undefined }
export type Sender = { device: string; member: string }
/** What is thought of a change by itself. `text`: its fields as JSON. */
export type Good = { offered: Offered; change: SentChange; text: string; refused?: undefined }
export type Verdict = Good | { offered: Offered; text?: string; refused: RefusalCode }

const plain = (name: unknown) => (typeof name === 'string' && /^[\w-]{1,64}$/.test(name) ? name : '')
/** Which row a change that is refused was about, as far as it can be read. */
export const claimedKey = ({ table, row }: Offered): RowKey => ({ table: plain(table), row: plain(row) })

/** Of the changes offered, those that follow the last one known; none when some before them are missing. */
export const following = (offered: readonly Offered[], last: number): Offered[] => {
  const fresh = offered.filter(({ n }) => n > last)
  const gap = fresh.findIndex(({ n }, at) => n !== last + 1 + at)
  return gap < 0 ? fresh : fresh.slice(0, gap)
}

/**
 * What was offered before: the same change has no effect again, another one under its number is refused. Those of which the
 * phone has to be told, for they were refused, or heard.
 */
export const repeated = async (at: Writing, { device }: Sender, known: readonly Offered[]): Promise<Repeated[]> => {
  const [first, last] = [known[0], known.at(-1)]
  if (!first || !last) return []
  const before = new Map((await at.sent(device, first.n, last.n)).map((one) => [one.n, one]))
  return known.flatMap((offered): Repeated[] => {
    const one = before.get(offered.n)
    const code = one?.id === offered.id ? one.refused : 'id-reuse'
    return code || offered.heard !== undefined ? [{ n: offered.n, code, key: claimedKey(offered) }] : []
  })
}

const verdictOn = (catalog: Catalog, offered: Offered): Verdict => {
  const verdict = checked(catalog, offered)
  return 'refused' in verdict ? { offered, refused: verdict.refused } : { offered, ...verdict }
}

/** Whether the sender may, where that is not a matter of course. */
const allowed = async (at: Writing, { member }: Sender, good: Good): Promise<Verdict> => {
  const { offered, change, text } = good
  if (isHeard(change)) {
    if (change.table === 'members') return { offered, text, refused: 'forbidden' }
    if (!mayBeHeard(await at.lost(), change)) return { offered, text, refused: 'invalid' }
  }
  const isAllowed = change.table !== 'members' || (await mayChangeMember(at, member, change))
  return isAllowed ? good : { offered, text, refused: 'forbidden' }
}

/** What is thought of each change by itself. */
export const verdictsOn = async (
  at: Writing,
  catalog: Catalog,
  sender: Sender,
  offered: readonly Offered[],
): Promise<Verdict[]> => {
  const verdicts = offered.map((one) => verdictOn(catalog, one))
  for (const [n, verdict] of verdicts.entries()) {
    if (verdict.refused) continue
    const { change } = verdict
    if (change.table === 'members' || isHeard(change)) verdicts[n] = await allowed(at, sender, verdict)
  }
  return verdicts
}

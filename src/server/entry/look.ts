import type { LookReply } from '../../protocol/entry-message.ts'
import { protocolNumber } from '../../protocol/sync-message.ts'
import type { House } from '../house.ts'
import { somebody } from '../members.ts'
import { campusOfLink, linkAt, mustBeOpen, spaceOf } from './open-link.ts'
import { readSecret } from './secrets.ts'

/** What a link or a code leads to; nothing is consumed. @throws Failure `unknown`, `used`, `expired`. */
export const look = async ({ ledger, now }: House, { secret }: { secret: string }): Promise<LookReply> => {
  const { digest, code } = readSecret(secret)
  const id = await campusOfLink(ledger, digest)
  return ledger.read(id, async (at) => {
    const { link, campus } = await linkAt(at, digest)
    mustBeOpen(link, campus, now())
    const inviter = link.inviter === undefined ? undefined : await somebody(at, link.inviter)
    const space = spaceOf(campus)
    const name = link.kind === 'device' ? inviter?.name : link.name
    return {
      ...{ p: protocolNumber, kind: link.kind, campus: id, role: link.role, expires: link.expires, code },
      ...(space && { space }),
      ...(inviter && link.kind === 'invite' && { from: inviter.name }),
      ...(name !== undefined && { name }),
    }
  })
}

import type { EnterReply, EnterRequest } from '../../protocol/entry-message.ts'
import { protocolNumber } from '../../protocol/sync-message.ts'
import { failpoint } from '../failpoint.ts'
import { failure } from '../failure.ts'
import type { House } from '../house.ts'
import type { Campus, Link, Writing } from '../ledger.ts'
import { somebody } from '../members.ts'
import { digestOf, newToken } from '../session.ts'
import { addMember } from './new-member.ts'
import { campusOfLink, linkAt, mustBeOpen, spaceOf } from './open-link.ts'
import { readSecret } from './secrets.ts'

/** `token`: of the session that begins. `told`: the number of the new member, 0 when there is none. */
export type Entered = { reply: EnterReply; token: string; told: number }

/** The device asks again because it did not hear the answer: only it knows the key of its act. */
const isAgain = (link: Link, { device, key }: EnterRequest) =>
  link.usedBy === device && link.key === digestOf(`${device}:${key}`)

/** Makes them a member; gives the number under which they became one, 0 for a device that comes back. */
const join = async (at: Writing, link: Link, asked: EnterRequest, now: number): Promise<number> => {
  const known = await at.device(asked.device)
  if (known && known.member !== asked.me) throw failure('invalid')
  const inviter = link.kind === 'device' && link.inviter ? await somebody(at, link.inviter) : undefined
  const self = await somebody(at, asked.me)
  // A device that comes back does so by its owner's own link or by one of the direction's, never by a colleague's.
  if (known && inviter && inviter.root !== self?.root) throw failure('forbidden')
  if (known) return 0
  if (self) throw failure('invalid')
  const mergedInto = inviter && { mergedInto: inviter.root }
  const told = await addMember(at, { id: asked.me, name: asked.name, role: link.role, ...mergedInto }, now)
  await at.addDevice({ id: asked.device, member: asked.me, name: asked.deviceName })
  return told
}

const use = async (at: Writing, link: Link, campus: Campus, asked: EnterRequest, now: number): Promise<number> => {
  mustBeOpen(link, campus, now)
  if (link.kind === 'setUp') {
    if (!asked.space) throw failure('invalid')
    await at.claim(asked.space.name, asked.space.kind)
  }
  const told = await join(at, link, asked, now)
  await at.useLink(link.id, asked.device, digestOf(`${asked.device}:${asked.key}`))
  return told
}

/**
 * Consumes the link, or answers again what it answered: member, device and session begin in one transaction.
 * @throws Failure `unknown`, `used`, `expired`, `invalid` for a device or a member that is somebody else's already.
 */
export const enter = async ({ ledger, now }: House, asked: EnterRequest): Promise<Entered> => {
  const { digest } = readSecret(asked.secret)
  const id = await campusOfLink(ledger, digest)
  return ledger.write(id, async (at) => {
    const { link, campus } = await linkAt(at, digest)
    const isOwn = (await at.device(asked.device))?.member === asked.me
    const told = isOwn && isAgain(link, asked) ? 0 : await use(at, link, campus, asked, now())
    const token = newToken()
    await at.putSession(asked.device, digestOf(token))
    const [after, who] = [await at.campus(), await somebody(at, asked.me)]
    const space = after && spaceOf(after)
    if (!space || !who) throw failure('invalid')
    failpoint('in-entering')
    return { reply: { p: protocolNumber, campus: id, space, role: who.role }, token, told }
  })
}

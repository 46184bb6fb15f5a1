import type * as z from 'zod/mini'
import type { InvitationsReply, InviteReply, invitationsRequest, inviteRequest } from '../../protocol/entry-message.ts'
import { protocolNumber } from '../../protocol/sync-message.ts'
import { failure } from '../failure.ts'
import type { House } from '../house.ts'
import type { Reading } from '../ledger.ts'
import { type Somebody, somebody } from '../members.ts'
import { type Asker, digestOf, sessionOf } from '../session.ts'
import { newLink } from './new-link.ts'

/** Open at one time, by one member. */
const MOST = 200

/** @throws Failure `not-found` for who is no member here. */
export const memberOf = async (at: Reading, asker: Asker, now: number): Promise<Somebody> => {
  const session = await sessionOf(at, asker, now)
  const member = session && (await somebody(at, session.member))
  if (!member) throw failure('not-found')
  return member
}

const openLinksOf = async (at: Reading, { root }: Somebody, now: number) =>
  (await at.links()).filter((link) => link.inviter === root && link.usedBy === undefined && link.expires >= now)

/**
 * Opens a way in: for a colleague by the direction, for a further device by its owner. Asked anew, the earlier is void.
 * @throws Failure `forbidden`, `used` when somebody came in by it already, `too-many`.
 */
export const invite = async (
  house: House,
  campus: string,
  asker: Asker,
  asked: z.infer<typeof inviteRequest>,
): Promise<InviteReply> =>
  house.ledger.write(campus, async (at) => {
    const now = house.now()
    const inviter = await memberOf(at, asker, now)
    if (asked.kind === 'invite' && inviter.role !== 'direction') throw failure('forbidden')
    const earlier = (await at.links()).find(({ id }) => id === asked.id)
    if (earlier && earlier.inviter !== inviter.root) throw failure('forbidden')
    if (earlier?.usedBy !== undefined) throw failure('used')
    const others = (await openLinksOf(at, inviter, now)).filter(({ id }) => id !== asked.id)
    if (others.length >= MOST) throw failure('too-many')
    const role = asked.kind === 'device' ? inviter.role : (asked.role ?? 'member')
    const name = asked.kind === 'invite' && asked.name ? { name: asked.name } : {}
    const what = { id: asked.id, kind: asked.kind, inviter: inviter.root, role, ...name }
    // Drawn from the act: asked twice by the network, whichever answer is heard leads in.
    const token = asked.key && digestOf(`invite:${asked.key}`)
    return { p: protocolNumber, ...(await newLink(at, { publicUrl: house.publicUrl(), now }, what, token)) }
  })

/** The ways in a member has open; `cancel` closes one of them first. */
export const invitations = async (
  { ledger, now }: House,
  campus: string,
  asker: Asker,
  { cancel }: z.infer<typeof invitationsRequest>,
): Promise<InvitationsReply> =>
  ledger.write(campus, async (at) => {
    const member = await memberOf(at, asker, now())
    const open = await openLinksOf(at, member, now())
    if (open.some(({ id }) => id === cancel)) await at.dropLink(cancel as string)
    return {
      p: protocolNumber,
      open: open
        .filter(({ id }) => id !== cancel)
        .map(({ id, kind, name, role, expires }) => ({ id, kind, ...(name !== undefined && { name }), role, expires })),
    }
  })

import * as z from 'zod/mini'
import { type Role, roles } from '../domain/lists/roles.ts'
import { type SpaceKindName, spaceKinds } from '../domain/lists/space-kinds.ts'
import { fieldChange } from './change.ts'
import { protocolNumber } from './sync-message.ts'

/**
 * How a device enters a space, and what a member asks of the server by hand. All are POST with `messageType`, all are
 * harmless when repeated; a failure is `failure` of sync-message.ts with a reason of domain/answer.ts, or `invalid`.
 */
const p = z.literal(protocolNumber)
const line = (max: number) => z.string().check(z.maxLength(max))
const name = z.string().check(z.trim(), z.minLength(1), z.maxLength(200))

const spaceKind = z.enum(Object.keys(spaceKinds) as SpaceKindName[])
const role = z.enum(Object.keys(roles) as Role[])

/** `setUp`: the first of a space, who names it; `invite`: a colleague; `device`: a further device of a member. */
const linkKind = z.enum(['setUp', 'invite', 'device'])

/** In characters; no link or code is longer. */
export const longestSecret = 200

/** `POST /api/enter/look`: what a link or a code leads to; nothing is consumed. `secret`: the token of a link, or a short code as typed. */
export const lookRequest = z.object({ p, secret: line(longestSecret) })
export const lookReply = z.object({
  p,
  kind: linkKind,
  /** By which a device knows that it is in this space already. Absent from servers of the first version. */
  campus: z.optional(z.string()),
  /** Absent for a space that has no name yet. */
  space: z.optional(z.object({ name: z.string(), kind: spaceKind })),
  /** Who invites. */
  from: z.optional(z.string()),
  /** The name the inviter gave, or the member's own for a further device. */
  name: z.optional(z.string()),
  role,
  /** Ms since 1970. */
  expires: z.number(),
  /** The short code of the same link, to type where it cannot be opened: the installed app of an iPhone. */
  code: z.string(),
})

/**
 * `POST /api/enter`: "Utiliser cet appareil". Consumes the link and answers with a session cookie. `key`: minted by the
 * phone for this act and kept until it is answered; the same device may repeat it with the same key.
 */
export const enterRequest = z.object({
  p,
  secret: line(longestSecret),
  key: z.string().check(z.minLength(20), z.maxLength(100)),
  device: z.uuid(),
  /** What this database calls the person who notes in it: their id as a member from now on. */
  me: z.uuid(),
  deviceName: line(100),
  name,
  space: z.optional(z.object({ name, kind: spaceKind })),
})
export const enterReply = z.object({
  p,
  campus: z.string(),
  space: z.object({ name: z.string(), kind: spaceKind }),
  role,
})

/** `POST /api/c/<campus>/invite`: by a member of the direction, or by anyone for a further device of their own. `id`: minted by the phone; asked again with the same one, the earlier link is void. */
export const inviteRequest = z.object({
  p,
  id: z.uuid(),
  kind: z.enum(['invite', 'device']),
  name: z.optional(line(200)),
  role: z.optional(role),
  /** Minted by the phone for this act: said again by a browser or a proxy, it is the same link. Absent from earlier builds. */
  key: z.optional(z.string().check(z.minLength(40), z.maxLength(100))),
})
export const inviteReply = z.object({ p, link: z.string(), code: z.string(), expires: z.number() })

/** `POST /api/c/<campus>/invitations`: the links made by the member and still open; `cancel` voids one first. */
export const invitationsRequest = z.object({ p, cancel: z.optional(z.uuid()) })
export const invitationsReply = z.object({
  p,
  open: z.array(z.object({ id: z.string(), kind: linkKind, name: z.optional(z.string()), role, expires: z.number() })),
})

/** `POST /api/c/<campus>/history`: every value one field ever took, latest first; a page of at most 100, older than `before`. */
export const historyRequest = z.object({
  p,
  table: line(100),
  row: line(100),
  field: line(100),
  before: z.optional(z.int()),
})
export const historyReply = z.object({
  p,
  entries: z.array(
    z.object({
      seq: z.int(),
      by: z.string(),
      /** Ms since 1970 by the server's clock. */
      at: z.number(),
      change: fieldChange,
      /** It never stood: a later edit by somebody who had not seen it did. */
      lost: z.boolean(),
      /** Whose phone said so after a restore, having heard it; `by` is who wrote it, on that phone's word. */
      heard: z.optional(z.string()),
    }),
  ),
  more: z.boolean(),
})

/**
 * `POST /api/c/<campus>/held`: the deletions that wait for the direction, by the device they came from; others hear of their
 * own device's. `settle`, for the direction: first, those of one device up to a number take place, or do not.
 */
export const heldRequest = z.object({
  p,
  settle: z.optional(z.object({ device: line(100), upTo: z.int(), as: z.enum(['delete', 'keep']) })),
})
export const heldReply = z.object({
  p,
  held: z.array(
    z.object({
      device: z.string(),
      by: z.string(),
      count: z.int(),
      /** Their numbers lie between these two. */
      from: z.int(),
      upTo: z.int(),
      /** When the first of them came, ms since 1970. */
      at: z.number(),
      /** The first of the rows. */
      rows: z.array(z.object({ table: z.string(), row: z.string() })),
    }),
  ),
})

export type LinkKind = z.infer<typeof linkKind>
export type LookReply = z.infer<typeof lookReply>
export type EnterRequest = z.infer<typeof enterRequest>
export type EnterReply = z.infer<typeof enterReply>
export type InviteReply = z.infer<typeof inviteReply>
export type InvitationsReply = z.infer<typeof invitationsReply>
export type HeldReply = z.infer<typeof heldReply>
export type HistoryReply = z.infer<typeof historyReply>

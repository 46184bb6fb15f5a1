import type { Answer } from '../../domain/answer.ts'
import type { Role } from '../../domain/lists/roles.ts'
import type { SpaceKindName } from '../../domain/lists/space-kinds.ts'

export type SpaceTitle = { readonly name: string; readonly kind: SpaceKindName }

/** What a link or a code leads to, before anything is consumed. */
export type Invitation = {
  readonly kind: 'setUp' | 'invite' | 'device'
  /** Of the space it leads to; a device may be in it already. */
  readonly campus?: string | undefined
  readonly space?: SpaceTitle | undefined
  readonly from?: string | undefined
  readonly name?: string | undefined
  readonly role: Role
  /** Ms since 1970. */
  readonly expires: number
  readonly code: string
}
export type Link = { readonly link: string; readonly code: string; readonly expires: number }
export type OpenInvitation = Pick<Invitation, 'kind' | 'name' | 'role' | 'expires'> & { readonly id: string }
/** Deletions from one device that wait for the direction, numbered `from` … `upTo`. `at`: when the first came, ms since 1970; `rows`: the first of them. */
export type HeldDeletion = {
  readonly device: string
  readonly by: string
  readonly count: number
  readonly from: number
  readonly upTo: number
  readonly at: number
  readonly rows: readonly { readonly table: string; readonly row: string }[]
}
/** One value a field took. `change`: the value, or for a collection what was added and dropped. */
export type PastValue = {
  readonly seq: number
  readonly by: string
  readonly at: number
  readonly change: unknown
  readonly lost: boolean
  /** Whose phone said so after a restore, where it had only heard it. */
  readonly heard?: string | undefined
}

/**
 * What needs a server and is asked for by a person; given to the pages by main.tsx, which alone knows `online` and `sync`.
 * An answer says also that the code of it did not come; only `enter` rejects, where the device does not keep.
 */
export type Acts = {
  /** Tries a round now; the screen reads in the store what became of it. */
  readonly syncNow: () => void
  /** `secret`: the token of a link, or the short code as typed. */
  readonly look: (secret: string) => Promise<Answer<Invitation>>
  /** Makes this device one of the space's, and opens its database; the pages are drawn anew. */
  readonly enter: (secret: string, given: { name: string; space?: SpaceTitle }) => Promise<Answer<undefined>>
  readonly invite: (asked: {
    id: string
    kind: 'invite' | 'device'
    name?: string
    role?: Role
  }) => Promise<Answer<Link>>
  readonly invitations: (cancel?: string) => Promise<Answer<readonly OpenInvitation[]>>
  readonly history: (
    of: { table: string; row: string; field: string },
    before?: number,
  ) => Promise<Answer<{ entries: readonly PastValue[]; more: boolean }>>
  /** What waits for the direction, or of one's own; `settle`: first, what becomes of those of one device up to a number. */
  readonly held: (settle?: {
    device: string
    upTo: number
    as: 'delete' | 'keep'
  }) => Promise<Answer<readonly HeldDeletion[]>>
  /** Brings the bytes of an attachment to this phone; `not-found` when its author's phone has not sent them yet. */
  readonly fetchBlob: (sha: string) => Promise<Answer<undefined>>
  /** Opens another of the spaces this device is a member of. */
  readonly switchSpace: (install: string) => void
}

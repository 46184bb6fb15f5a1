/** Why an act that needs a server was not done; the words are in i18n/fr/online.ts. */
export type Why =
  | 'no-network'
  /** Something answered that is not our server: a Wi-Fi that asks to sign in, a proxy. */
  | 'portal'
  | 'used'
  | 'expired'
  | 'unknown'
  | 'too-many'
  /** This device is no longer a member of the space. */
  | 'not-found'
  | 'forbidden'
  | 'server'
export type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly why: Why }

export type SpaceTitle = { readonly name: string; readonly kind: 'campus' | 'network' | 'school' | 'academy' }
export type Role = 'direction' | 'member' | 'contributor' | 'reader'

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
/** One value a field took. `change`: the value, or for a collection what was added and dropped. */
export type PastValue = {
  readonly seq: number
  readonly by: string
  readonly at: number
  readonly change: unknown
  readonly lost: boolean
}

/** What needs a server and is asked for by a person; given to the pages by main.tsx, which alone knows `online` and `sync`. */
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
  /** Opens another of the spaces this device is a member of. */
  readonly switchSpace: (install: string) => void
}

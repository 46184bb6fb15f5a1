/** Why our server does not do what somebody asks of it; all else it may say is a fault of the app, or its own. */
export const toldReasons = [
  /** The link: by another device. */
  'used',
  'expired',
  /** The link is mangled, was cancelled, or was never made. */
  'unknown',
  /** Tries from this address, or invitations that are open. */
  'too-many',
  /** No such space, or this device is no member of it; the two are not told apart. */
  'not-found',
  'forbidden',
  /** Asked over plain http of a server whose address is https: the browser would not keep the session. */
  'insecure',
] as const
export type ToldReason = (typeof toldReasons)[number]

/** Why an act that needs a server was not done: its own words, or what came in their place. */
export type Why =
  | ToldReason
  | 'no-network'
  /** Something answered that is not our server: a Wi-Fi that asks to sign in, a proxy. */
  | 'portal'
  | 'server'
export type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly why: Why }

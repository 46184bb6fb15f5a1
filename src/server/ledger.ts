import type { Role } from '../domain/lists/roles.ts'
import type { SpaceKindName } from '../domain/lists/space-kinds.ts'
import type { FieldChange } from '../protocol/change.ts'
import type { LinkKind } from '../protocol/entry-message.ts'
import type { Lost, RefusalCode } from '../protocol/sync-message.ts'

/** A campus, or whatever its members call their space. `seq`: the number of the last change it took. */
export type Campus = { id: string; name?: string; kind?: SpaceKindName; seq: number; claimed: boolean }

/** `seen`: when the session was last renewed, ms since 1970. */
export type Session = { device: string; member: string; seen: number }
export type Device = { id: string; member: string; name: string; acked: number }

/** `sole`: the only device that ever touched the row. `state`: packed, see row-text.ts. */
export type StoredRow = { table: string; row: string; seq: number; sole: string | null; state: string }
/** `digest`: see protocol/row-digest.ts. */
export type WrittenRow = StoredRow & { digest: number }
export type RowKey = Pick<StoredRow, 'table' | 'row'>

/** A change as it was taken, or why it was not; `seq` is its number, 0 for a refused one. `fields` and `lost` are JSON. */
export type StoredChange = {
  n: number
  id: string
  seq: number
  table: string
  row: string
  /** Ms since 1970 by the server's clock. */
  at: number
  fields: string
  lost: string[]
  refused?: RefusalCode
  /** By whom it was written who is said to have: the sender had heard it before a restore. */
  heard?: string
}
export type Sent = { n: number; id: string; refused?: RefusalCode }
/** What waits for the direction; `seq`: the campus's number when it came, `at`: when, ms since 1970; `fields`: JSON. */
export type HeldChange = RowKey & { device: string; member: string } & Pick<
    StoredChange,
    'n' | 'id' | 'seq' | 'at' | 'fields'
  >
/** `heard`: who said so, where that is not the author. */
export type HistoryEntry = { seq: number; by: string; at: number; change: FieldChange; lost: boolean; heard?: string }
export type FieldKey = RowKey & { field: string }

/**
 * A text that several people write. `folded`: who has heard less than up to this number is told all of it as one update;
 * `updates`: how many came since. `size`: of that one update, in characters.
 */
export type TextMark = FieldKey & { folded: number; updates: number; size: number }
/** One update of a text, in base64. */
export type TextUpdate = { seq: number; by: string; at: number; update: string }

/** A way in. Only digests of its token and of its short code are kept; `key`: of the act that used it. */
export type Link = {
  id: string
  token: string
  code: string
  kind: LinkKind
  inviter?: string
  name?: string
  role: Role
  expires: number
  usedBy?: string
  key?: string
}

/** The bytes of an attachment: so many of `size` have come, in chunks without a hole; all of them were looked at. */
export type StoredBlob = { sha: string; size: number; type: string; device: string; received: number }

/** What may be asked of one campus, all of it as of one moment. */
export type Reading = {
  /** Another one after a restore, so that phones offer again what the backup did not have. */
  epoch(): Promise<string>
  /** The numbers of this campus that restores lost. */
  lost(): Promise<Lost[]>
  campus(): Promise<Campus | undefined>
  session(digest: string): Promise<Session | undefined>
  device(id: string): Promise<Device | undefined>
  rows(keys: readonly RowKey[]): Promise<StoredRow[]>
  /** In the order of their numbers, without those only this device ever touched. */
  rowsAfter(seq: number, limit: number, notOf?: string): Promise<StoredRow[]>
  /** How many `rowsAfter` would give, counted up to `most`. */
  countAfter(seq: number, most: number, notOf?: string): Promise<number>
  /** Of all rows, see protocol/row-digest.ts. */
  digest(): Promise<number>
  /** What this device sent under the numbers from `first` to `last`. */
  sent(device: string, first: number, last: number): Promise<Sent[]>
  /** Latest first, before this number; refused changes are no history. */
  history(key: FieldKey, before: number, limit: number): Promise<HistoryEntry[]>
  /** The texts of these rows. */
  texts(keys: readonly RowKey[]): Promise<TextMark[]>
  /** All of a text as one update, in base64. */
  text(key: FieldKey): Promise<string | undefined>
  /** In the order of their numbers, past this one, without those of this device. */
  updates(key: FieldKey, after: number, notOf?: string): Promise<TextUpdate[]>
  /** How many rows these members took away, by a deletion or a merge, from this moment on; ms since 1970 by the server's clock. */
  takenAway(members: readonly string[], since: number): Promise<number>
  /** How many rows are not deleted. */
  living(): Promise<number>
  /** The first held first. */
  held(): Promise<HeldChange[]>
  heldCount(): Promise<number>
  /** By the digest of its token or of its code. */
  link(digest: string): Promise<Link | undefined>
  links(): Promise<Link[]>
  /** Those who entered, the first of them first. */
  members(): Promise<string[]>
  deviceCount(): Promise<number>
  blob(sha: string): Promise<StoredBlob | undefined>
  /** The chunk that begins at this byte. */
  chunk(sha: string, at: number): Promise<Buffer | undefined>
  /** The size of all blobs this device began since then; ms since 1970. */
  begunBy(device: string, since: number): Promise<number>
}

export type Writing = Reading & {
  /**
   * Takes so many numbers of the campus and gives the first. Holds the campus against other writers until the end: asked
   * as late as possible, yet before the rows to be changed are read.
   */
  raise(count: number): Promise<number>
  putRows(rows: readonly WrittenRow[]): Promise<void>
  putTexts(texts: readonly (TextMark & { state: string })[]): Promise<void>
  putChanges(device: string, member: string, changes: readonly StoredChange[]): Promise<void>
  /** A held deletion took place under this number, or will not. */
  settleHeld(one: Pick<HeldChange, 'device' | 'n'>, as: { seq: number; lost: string[] } | 'kept'): Promise<void>
  setAcked(device: string, n: number): Promise<void>
  /** From now on it has members. */
  claim(name: string, kind: SpaceKindName): Promise<void>
  addDevice(device: Omit<Device, 'acked'>): Promise<void>
  /** A device has one session: an earlier one ends. */
  putSession(device: string, digest: string): Promise<void>
  renewSession(digest: string): Promise<void>
  putLink(link: Link): Promise<void>
  useLink(id: string, device: string, key: string): Promise<void>
  dropLink(id: string): Promise<void>
  addBlob(blob: Omit<StoredBlob, 'received'>): Promise<void>
  /** Follows the bytes that were received before. */
  addChunk(sha: string, at: number, bytes: Buffer): Promise<void>
  dropBlob(sha: string): Promise<void>
}

/**
 * All the server keeps, behind one shape: SQLite now, PostgreSQL beside it. `act` runs in one transaction, which a throw
 * undoes; writers of one campus come one after the other. What is allowed and what merges is decided outside, once.
 */
export type Ledger = {
  /** To be said after a backup was put back. Numbers leap, so that none of the lost timeline is given twice. */
  renewEpoch(): Promise<void>
  read<T>(campus: string, act: (at: Reading) => Promise<T>): Promise<T>
  write<T>(campus: string, act: (at: Writing) => Promise<T>): Promise<T>
  campuses(): Promise<Campus[]>
  addCampus(campus: Pick<Campus, 'id' | 'name' | 'kind'>): Promise<void>
  /** Which campus a link leads to, by the digest of its token or of its code. */
  campusOfLink(digest: string): Promise<string | undefined>
  /**
   * Forgets the ways in that expired, the sessions that were last renewed, and the blobs that were begun and never whole,
   * before these moments; ms since 1970.
   */
  dropEnded(before: { links: number; sessions: number; blobs: number }): Promise<void>
  close(): Promise<void>
}

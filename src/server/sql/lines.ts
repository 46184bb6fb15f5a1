import type { Role } from '../../domain/lists/roles.ts'
import type { SpaceKindName } from '../../domain/lists/space-kinds.ts'
import type { FieldChange } from '../../protocol/change.ts'
import type { RefusalCode } from '../../protocol/sync-message.ts'
import type { Campus, HeldChange, Link, Sent, StoredBlob, StoredRow, TextMark } from '../ledger.ts'
import type { Line } from './database.ts'

/** From the lines of the tables to what the ledger speaks of: an empty column is an absent property. */
const text = (line: Line, name: string) => String(line[name])
const number = (line: Line, name: string) => Number(line[name])
const maybe = <K extends string, T>(line: Line, column: string, key: K): { [P in K]?: T } =>
  (line[column] === null ? {} : { [key]: line[column] }) as { [P in K]?: T }

/** Beside the fields of a change that was heard: by whom it was written. No field has such a name. */
const HEARD = '~heard'
export const keptFields = (fields: string, heard: string | undefined): string =>
  heard === undefined ? fields : JSON.stringify({ ...JSON.parse(fields), [HEARD]: heard })
export const fieldsOf = ({ fields }: Line) => JSON.parse(String(fields)) as Record<string, FieldChange>
/** Who wrote what a line keeps, and who said so where that is somebody else. */
export const authorOf = (line: Line): { by: string; heard?: string } => {
  const heard = fieldsOf(line)[HEARD]
  return typeof heard === 'string' ? { by: heard, heard: text(line, 'member') } : { by: text(line, 'member') }
}

export const campusOf = (line: Line): Campus => ({
  id: text(line, 'id'),
  ...maybe<'name', string>(line, 'name', 'name'),
  ...maybe<'kind', SpaceKindName>(line, 'kind', 'kind'),
  seq: number(line, 'seq'),
  claimed: line.claimed !== null,
})

export const rowOf = (line: Line): StoredRow => ({
  table: text(line, 'tbl'),
  row: text(line, 'id'),
  seq: number(line, 'seq'),
  sole: line.sole === null ? null : text(line, 'sole'),
  state: text(line, 'state'),
})

export const sentOf = (line: Line): Sent => ({
  n: number(line, 'n'),
  id: text(line, 'id'),
  ...maybe<'refused', RefusalCode>(line, 'refused', 'refused'),
})

export const blobOf = (line: Line): StoredBlob => ({
  sha: text(line, 'sha'),
  size: number(line, 'size'),
  type: text(line, 'type'),
  device: text(line, 'device'),
  received: number(line, 'received'),
})

export const bytesOf = ({ bytes }: Line): Buffer => Buffer.from(bytes as ArrayBuffer)

export const textMarkOf = (line: Line): TextMark => ({
  table: text(line, 'tbl'),
  row: text(line, 'id'),
  field: text(line, 'field'),
  folded: number(line, 'folded'),
  updates: number(line, 'updates'),
  size: number(line, 'size'),
})

export const heldOf = (line: Line): HeldChange => ({
  device: text(line, 'device'),
  member: text(line, 'member'),
  n: number(line, 'n'),
  id: text(line, 'id'),
  seq: number(line, 'seq'),
  table: text(line, 'tbl'),
  row: text(line, 'row'),
  at: number(line, 'at'),
  fields: text(line, 'fields'),
})

export const linkOf = (line: Line): Link => ({
  id: text(line, 'id'),
  token: text(line, 'token'),
  code: text(line, 'code'),
  kind: text(line, 'kind') as Link['kind'],
  ...maybe<'inviter', string>(line, 'inviter', 'inviter'),
  ...maybe<'name', string>(line, 'name', 'name'),
  role: text(line, 'role') as Role,
  expires: number(line, 'expires'),
  ...maybe<'usedBy', string>(line, 'used_by', 'usedBy'),
  ...maybe<'key', string>(line, 'key', 'key'),
})

import type { RecordType } from '../../domain/record.ts'
import { dayOf } from '../../i18n/dates.ts'
import { mergesOf } from '../../store/merges.ts'
import type { Space } from '../../store/space.ts'
import { birth, type Edit } from '../../store/write.ts'
import type { TypedValues } from './face.ts'
import { faceOf } from './faces.ts'
import { isBornFromName } from './link-targets.ts'
import { allOf, isBlank, isSame, nameToBeBorn } from './typed.ts'

/** Why what was typed in a field cannot be saved as it stands. */
export type Fault = 'missing' | 'unreadable' | 'number' | 'pickOne'
export type Collected = { values: Record<string, unknown>; births: Edit[]; faults: Record<string, Fault> }

/** A row of another record that was only named: its name, and today where it must have a date. */
const bornFromName = (space: Space, table: string, name: string): Edit | undefined => {
  const type = space.catalog[table]
  const title = type?.summary[0]
  if (!type || title === undefined || !isBornFromName(type)) return undefined
  const now = new Date(space.now()).toISOString()
  const values: Record<string, unknown> = { source: 'typed' }
  for (const [name, field] of Object.entries(type.fields))
    if (!field.optional) values[name] = field.kind === 'date' ? dayOf(now) : now
  return birth(space, table, { ...values, [title]: name })
}

/** From what was typed to what is saved: the fields that were touched, and the rows born with them. */
export const collect = (space: Space, type: RecordType, typed: TypedValues, before: TypedValues): Collected => {
  const collected: Collected = { values: {}, births: [], faults: {} }
  const { values, births, faults } = collected
  const linked = (to: string, link: string): string | undefined => {
    const name = nameToBeBorn(link)?.trim()
    if (name === undefined) return link
    const born = bornFromName(space, to, name)
    if (born) births.push(born)
    return born?.row
  }
  for (const [name, now] of Object.entries(typed)) {
    const field = type.fields[name]
    if (!field) continue
    if (isBlank(now) && !field.optional) faults[name] = 'missing'
    else if (isSame(now, before[name])) continue
    else if (isBlank(now)) values[name] = undefined
    else if (field.to === undefined) {
      values[name] = faceOf(field).read(now, field)
      if (values[name] === undefined)
        faults[name] = field.kind === 'number' || field.kind === 'money' ? 'number' : 'unreadable'
    } else {
      const links = (field.kind === 'links' ? allOf(now) : [String(now)]).map((link) => linked(field.to ?? '', link))
      if (links.includes(undefined)) faults[name] = 'pickOne'
      else values[name] = field.kind === 'links' ? links : links[0]
    }
    if (field.signedIn !== undefined && name in values) values[field.signedIn] = space.me
  }
  return collected
}

/** Who takes a record out of a list takes out all that were merged with it: the list may name any of them. */
export const droppingMerged = (space: Space, type: RecordType, edit: Edit): Edit => {
  const fields = Object.entries(edit.fields).map(([name, change]) => {
    const to = type.fields[name]?.to
    if (to === undefined || typeof change !== 'object' || change === null || !('drop' in change)) return [name, change]
    return [name, { ...change, drop: change.drop?.flatMap((id) => mergesOf(space).all(to, id)) }]
  })
  return { ...edit, fields: Object.fromEntries(fields) }
}

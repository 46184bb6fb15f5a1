import type { Field } from '../../domain/field.ts'
import type { AnyRow, RecordType } from '../../domain/record.ts'
import { dayOf } from '../../i18n/dates.ts'
import type { Language } from '../../i18n/language.ts'
import type { Space } from '../../store/space.ts'
import type { TypedValues } from './face.ts'
import { faceOf } from './faces.ts'
import { writeInstant } from './read-moment.ts'

/** What the inputs of a row hold when they are opened. */
export const typedFrom = (type: RecordType, row: AnyRow, names: readonly string[], language: Language): TypedValues => {
  const typed: TypedValues = {}
  for (const name of names) {
    const field = type.fields[name]
    if (!field) continue
    const [face, stored] = [faceOf(field), row[name]]
    typed[name] = stored === undefined ? (face.many ? [] : '') : face.write(stored, language)
  }
  return typed
}

/** A new record starts with it, whatever it is about. */
export const fillsItself = ({ kind, optional }: Field): boolean =>
  kind === 'member' || (!optional && (kind === 'instant' || kind === 'date'))

/**
 * What a new record starts with: what the address gives, now or today where a moment must be told, oneself where somebody
 * of the team is, the event one stands at, and what a record of an event mostly is.
 */
export const startingValues = (
  type: RecordType,
  space: Space,
  given: Record<string, string>,
  eventOfTheDay?: string,
): TypedValues => {
  const typed: TypedValues = {}
  const isAtEvent = Object.entries(type.fields).some(
    ([name, field]) => field.ofTheDay && (given[name] ?? eventOfTheDay),
  )
  for (const [name, field] of Object.entries(type.fields)) {
    const value = given[name]
    if (name === 'deletedAt' || name === 'mergedInto' || name === 'source') continue
    if (value !== undefined) typed[name] = faceOf(field).many ? value.split(',') : value
    else if (field.kind === 'instant' && !field.optional)
      typed[name] = writeInstant(new Date(space.now()).toISOString())
    else if (field.kind === 'date' && !field.optional) typed[name] = dayOf(space.now())
    else if (field.kind === 'member') typed[name] = space.me
    else if (field.ofTheDay && eventOfTheDay) typed[name] = eventOfTheDay
    else if (field.atEvent && isAtEvent) typed[name] = field.atEvent
    else if (!field.quiet) typed[name] = faceOf(field).many ? [] : ''
  }
  return typed
}

import type { CollectionChange, FieldChange, FieldChanges } from './change.ts'

type Values = Record<string, unknown>

/** Whether members come and go, rather than one value being taken. */
export const isCollection = (change: FieldChange): change is CollectionChange =>
  typeof change === 'object' && change !== null && !('text' in change)
/** The members of a collection as a row holds it; none where it holds none. */
export const membersOf = (value: unknown): string[] => (Array.isArray(value) ? value : [])

const changed = (value: unknown, change: FieldChange): unknown => {
  if (!isCollection(change)) return change === null || change === '' ? undefined : change
  const kept = membersOf(value).filter((one) => !change.drop?.includes(one))
  const members = [...kept, ...(change.add ?? []).filter((one) => one !== '' && !kept.includes(one))]
  return members.length > 0 ? members : undefined
}

/** The values after the change; fields it does not name, known or not, stay as they are. */
export const applied = (values: Values, changes: FieldChanges): Values => {
  const after: Values = { ...values }
  for (const [name, change] of Object.entries(changes)) {
    const value = changed(values[name], change)
    if (value === undefined) delete after[name]
    else after[name] = value
  }
  return after
}

const without = (some: string[], others: string[]): string[] => some.filter((one) => !others.includes(one))
const collectionBetween = (before: unknown, after: unknown): CollectionChange | undefined => {
  const add = without(membersOf(after), membersOf(before))
  const drop = without(membersOf(before), membersOf(after))
  if (add.length + drop.length === 0) return undefined
  return { ...(add.length > 0 && { add }), ...(drop.length > 0 && { drop }) }
}

const isEmpty = (value: unknown) => value === undefined || value === null || value === ''

/** What was touched to come from one set of values to the other, of the names given. */
export const difference = (before: Values, after: Values, names: Iterable<string>): FieldChanges => {
  const changes: FieldChanges = {}
  for (const name of names) {
    const [was, is] = [before[name], after[name]]
    if (Array.isArray(was) || Array.isArray(is)) {
      const change = collectionBetween(was, is)
      if (change) changes[name] = change
    } else if (isEmpty(is)) {
      if (!isEmpty(was)) changes[name] = null
    } else if (was !== is) changes[name] = is as FieldChange
  }
  return changes
}

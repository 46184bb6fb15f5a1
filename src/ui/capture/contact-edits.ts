import { recogniseContactPoint } from '../../domain/identifiers/contact-point.ts'
import type { Event } from '../../domain/records/event.ts'
import { dayAfter, dayOf } from '../../i18n/dates.ts'
import type { Space } from '../../store/space.ts'
import { birth, type Edit } from '../../store/write.ts'
import type { Captured } from './captured.ts'

const firstOf = (...texts: string[]) =>
  texts
    .flatMap((text) => text.split('\n'))
    .map((line) => line.trim().slice(0, 80))
    .find(Boolean) ?? ''

type Circumstances = {
  /** The event one stands at. */
  event?: Event | undefined
  /** What the call back is named, in the language in use. */
  taskTitle: (name: string) => string
}

const reach = (typed: string): Record<string, string> => {
  const point = recogniseContactPoint(typed)
  return point.kind === 'none' ? {} : { [point.kind]: point.value }
}
const clean = (values: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== ''))

/** One contact as the records it is made of: person, structure and their tie, the exchange that was had, the call back owed. */
export const contactEdits = (space: Space, captured: Captured, { event, taskTitle }: Circumstances): Edit[] => {
  const edits: Edit[] = []
  const source = event ? 'fair' : 'typed'
  const born = (table: string, values: Record<string, unknown>): string => {
    const edit = birth(space, table, clean({ ...values, source }))
    edits.push(edit)
    return edit.row
  }
  const organisationName = captured.organisation.trim()
  // A number or a word noted in haste is a contact too: it stands for the name until there is one.
  const name = captured.name.trim() || (organisationName ? '' : firstOf(captured.contactPoint, captured.note))
  const point = recogniseContactPoint(captured.contactPoint)
  const unread = point.kind === 'none' ? captured.contactPoint.trim() : ''
  const report = [captured.note.trim(), unread].filter(Boolean).join('\n')

  const person = name ? born('people', { name, ...reach(captured.contactPoint) }) : undefined
  const reached = person ? {} : reach(captured.contactPoint)
  const { mobile, landline, ...others } = reached
  const organisation =
    captured.organisationId ??
    (organisationName
      ? born('organisations', clean({ name: organisationName, phone: mobile ?? landline, ...others }))
      : undefined)
  if (person && organisation) born('affiliations', { person, organisation, main: true })

  const now = space.now()
  const worthAnExchange = event !== undefined || captured.interests.length > 0 || report !== ''
  const exchange = worthAnExchange
    ? born('exchanges', {
        kind: event ? 'fair' : 'other',
        at: new Date(now).toISOString(),
        people: person && [person],
        organisation,
        event: event?.id,
        stand: event?.stand,
        interests: captured.interests,
        report,
        outcome: captured.callBack ? 'callBack' : undefined,
        author: space.me,
      })
    : undefined
  if (captured.callBack)
    born('tasks', {
      title: taskTitle(name || organisationName),
      kind: 'callBack',
      dueOn: dayAfter(dayOf(now), captured.callBack),
      owner: space.me,
      person,
      organisation,
      exchange,
      event: event?.id,
    })
  return edits
}

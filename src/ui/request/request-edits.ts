import { task } from '../../domain/records/task.ts'
import type { Space } from '../../store/space.ts'
import { birth, type Edit } from '../../store/write.ts'
import { collect } from '../record/collect.ts'
import type { TypedValues } from '../record/face.ts'
import { nameToBeBorn, oneOf } from '../record/typed.ts'

/** By which means a request comes in: kinds of exchange. */
export const channels = ['call', 'email', 'message', 'meeting', 'other'] as const
export type RequestFields = 'person' | 'organisation' | 'what' | 'channel' | 'owner'

const firstLine = (text: string) => (text.trim().split('\n')[0] ?? '').slice(0, 80)

/** One request as the records it is made of: whom it is from, the exchange that came in, and what somebody has to do. */
export const requestEdits = (space: Space, typed: TypedValues): Edit[] => {
  const text = (name: RequestFields) => oneOf(typed[name] ?? '').trim()
  const { values, births } = collect(
    space,
    task,
    { person: typed.person ?? '', organisation: typed.organisation ?? '' },
    {},
  )
  const from = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))
  const { person, organisation } = from as { person?: string; organisation?: string }
  const edits = [...births]
  const isNewPerson = nameToBeBorn(text('person')) !== undefined
  if (isNewPerson && person && organisation)
    edits.push(birth(space, 'affiliations', { person, organisation, main: true, source: 'typed' }))
  const what = text('what')
  const exchange = birth(space, 'exchanges', {
    ...{ kind: text('channel') || 'other', at: new Date(space.now()).toISOString(), direction: 'incoming' },
    ...(person && { people: [person] }),
    ...(organisation && { organisation }),
    ...{ subject: firstLine(what), author: space.me, source: 'typed' },
    ...(what !== firstLine(what) && { report: what }),
  })
  const toDo = birth(space, 'tasks', {
    ...{ title: firstLine(what), kind: 'request', exchange: exchange.row, source: 'typed', ...from },
    ...(text('owner') && { owner: text('owner') }),
    ...(what !== firstLine(what) && { notes: what }),
  })
  return [...edits, exchange, toDo]
}

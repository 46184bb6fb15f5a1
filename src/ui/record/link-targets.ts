import { fold } from '../../domain/fold.ts'
import type { RecordType } from '../../domain/record.ts'
import { mergesOf } from '../../store/merges.ts'
import { listed, rowsOf } from '../../store/read.ts'
import type { Space } from '../../store/space.ts'
import { type Summary, summariesOf } from '../../store/summaries.ts'
import { useApp } from '../app/app-context.ts'
import { useIndexReady } from '../app/use-index.ts'
import { useLive } from '../app/use-live.ts'
import { lineOf } from '../record-line.ts'
import { nameToBeBorn } from './typed.ts'

export type Target = { id: string; title: string; detail: string; aside: string }

/** Whether a name is enough to make a row: its title is a text, and what else it must have is a date. */
export const isBornFromName = (type: RecordType | undefined): boolean => {
  const title = type?.summary[0]
  if (!type || type.isDatedByHand || title === undefined || type.fields[title]?.kind !== 'text') return false
  const needed = Object.entries(type.fields).filter(([name, field]) => !field.optional && name !== title)
  return needed.every(([, { kind }]) => kind === 'date' || kind === 'instant')
}

/** The rows linked to, as lines; a row that is not here has no line. */
export const useTargets = (to: string, ids: readonly string[]): ReadonlyMap<string, Target> | undefined => {
  const { space, speech } = useApp()
  const known = ids.filter((id) => nameToBeBorn(id) === undefined)
  const summaries = useLive(async () => summariesOf(space, to, await rowsOf(space, to, known)), [to, known])
  if (!summaries) return undefined
  const byId = new Map(summaries.map((one) => [one.id, targetOf(speech, space, one)]))
  // What was merged into another is told by that one.
  const told = known.map((id) => [id, byId.get(mergesOf(space).one(to, id))] as const)
  return new Map(told.filter((pair): pair is readonly [string, Target] => pair[1] !== undefined))
}

const targetOf = (speech: Parameters<typeof lineOf>[0], { catalog }: Space, summary: Summary): Target => ({
  id: summary.id,
  ...lineOf(speech, catalog, summary),
})

const none: readonly Summary[] = []
type Namesake = { ready: boolean; find: (typed: string) => string | undefined }
/** The one row whose title is what was typed; undefined where there is none, or several, and before they are read. */
export const useNamesake = (to: string): Namesake => {
  const { space, index } = useApp()
  const type = space.catalog[to]
  const indexReady = useIndexReady()
  const stored = useLive(async () => (type?.inContacts ? none : summariesOf(space, to, await listed(space, to))), [to])
  const find = (typed: string) => {
    // Two people may bear one name: they are told apart by the one who types, never by us.
    if (type?.belongs) return undefined
    const rows = type?.inContacts ? index.search(to, typed).rows : (stored ?? none)
    const [one, ...others] = rows.filter(({ values }) => fold(String(values[0])) === fold(typed))
    return others.length === 0 ? one?.id : undefined
  }
  return { ready: type?.inContacts ? indexReady : stored !== undefined, find }
}

const most = 6
const page = 300

/** The rows a text may mean, the best first. What is in Contacts is looked for in the index, the rest in the store. */
export const useOffers = (to: string, text: string, asked: boolean): { offers: Target[]; ready: boolean } => {
  const { space, speech, index } = useApp()
  const inContacts = space.catalog[to]?.inContacts ?? false
  const indexReady = useIndexReady()
  const stored = useLive(
    async () => (inContacts || !asked ? none : summariesOf(space, to, await listed(space, to, page))),
    [to, asked],
  )
  if (!asked) return { offers: [], ready: false }
  if (inContacts) {
    const found = text.trim() ? index.search(to, text, most).rows : []
    return { offers: found.map((one) => targetOf(speech, space, one)), ready: indexReady }
  }
  const offers = (stored ?? none).map((one) => targetOf(speech, space, one))
  const meant = offers.filter((one) => fold(`${one.title} ${one.detail}`).includes(fold(text)))
  return { offers: meant.slice(0, most), ready: stored !== undefined }
}

import { notNoted } from '../domain/indicators/indicator.ts'
import { instantsAround, isIn, localDayOf } from '../domain/indicators/months.ts'
import type { AnyRow } from '../domain/record.ts'
import { type FilterName, type Filters, filterNames } from './filter-names.ts'
import { isNew } from './is-new.ts'
import { mergesOf } from './merges.ts'
import { between, linkedTo, linkedToAny, listed, rowsOf } from './read.ts'
import type { Space } from './space.ts'

/** Asks for the rows where something is noted, whatever it is; `notNoted` for those where nothing is. */
export const anyNoted = 'any'

type Test = (row: AnyRow) => boolean
const holds = (row: AnyRow, fields: readonly string[], wanted: string): boolean => {
  const noted = fields.flatMap((name) => row[name] ?? []).filter((value) => value !== '')
  if (wanted === notNoted) return noted.length === 0
  return wanted === anyNoted ? noted.length > 0 : noted.includes(wanted)
}
/** The fields each filter looks at. */
type Looks = Partial<Record<FilterName, readonly string[]>>
const ofOrganisation: Looks = {
  kind: ['kind'],
  college: ['college'],
  sector: ['sectors', 'localSectors'],
  territory: ['basin', 'department'],
}
const ofMeeting: Looks = { event: ['event'], interest: ['interests'], month: ['at'] }
const ofStructure: Looks = { ...ofOrganisation, kind: [] }

/** All that these filters ask of one row; undefined where they ask nothing of such rows. */
const testOf = (filters: Filters, looks: Looks): Test | undefined => {
  const asked = filterNames.flatMap((name) => {
    const [wanted, fields] = [filters[name], looks[name]]
    return wanted && fields && fields.length > 0 ? [{ name, wanted, fields }] : []
  })
  if (asked.length === 0) return undefined
  return (row) =>
    asked.every(({ name, wanted, fields }) => (name === 'month' ? isIn(wanted, row.at) : holds(row, fields, wanted)))
}

/** The exchanges worth testing: by an index where the filters allow it. */
const exchangesNear = (space: Space, { event, month }: Filters): Promise<AnyRow[]> => {
  if (event && event !== notNoted && event !== anyNoted) return linkedTo(space, 'exchanges', 'event', event)
  const around = month && instantsAround(month)
  return around ? between(space, 'exchanges', ...around) : listed(space, 'exchanges')
}

const idsOf = (rows: readonly AnyRow[]) => new Set(rows.map((row) => row.id))
const meetings = async (space: Space, filters: Filters): Promise<AnyRow[] | undefined> => {
  const test = testOf(filters, ofMeeting)
  return test && (await exchangesNear(space, filters)).filter(test)
}
const organisations = async (space: Space, filters: Filters, looks = ofOrganisation) => {
  const test = testOf(filters, looks)
  return test && idsOf((await listed(space, 'organisations')).filter(test))
}

const matchingOrganisations = async (space: Space, filters: Filters) => {
  const [own, met] = await Promise.all([organisations(space, filters), meetings(space, filters)])
  if (!met) return own ?? new Set<string>()
  const ids = [...new Set(met.flatMap((row) => (row.organisation as string) ?? []))].filter(
    (id) => own?.has(id) ?? true,
  )
  return own ? new Set(ids) : alive(space, 'organisations', ids)
}

const matchingExchanges = async (space: Space, filters: Filters) => {
  const test = testOf(filters, { ...ofMeeting, kind: ['kind'] })
  const [near, structures] = await Promise.all([
    exchangesNear(space, filters),
    organisations(space, filters, ofStructure),
  ])
  return idsOf(near.filter((row) => (test?.(row) ?? true) && (structures?.has(String(row.organisation)) ?? true)))
}

const matchingPeople = async (space: Space, filters: Filters) => {
  const [structures, met] = await Promise.all([organisations(space, filters), meetings(space, filters)])
  let ids = met && new Set(met.flatMap((row) => (row.people as string[]) ?? []))
  if (structures) {
    const today = localDayOf(space.now())
    const ties = await linkedToAny(space, 'affiliations', 'organisation', [...structures])
    const running = ties.filter((tie) => !tie.until || String(tie.until) >= today)
    const there = new Set(running.map((tie) => String(tie.person)))
    ids = ids ? new Set([...ids].filter((id) => there.has(id))) : there
  }
  return alive(space, 'people', [...(ids ?? [])])
}

const alive = async (space: Space, table: string, ids: readonly string[]) =>
  idsOf((await rowsOf(space, table, ids)).filter((row) => !row.deletedAt))

/** Other tables are asked only for what they hold themselves. */
const matchingOthers = async (space: Space, table: string, filters: Filters) => {
  const fields = space.catalog[table]?.fields ?? {}
  const looks = { ...ofOrganisation, ...ofMeeting }
  const own = Object.fromEntries(
    Object.entries(looks).map(([name, some]) => [name, some.filter((field) => fields[field])]),
  )
  const test = testOf(filters, own)
  return idsOf((await listed(space, table)).filter((row) => test?.(row) ?? true))
}

/** The rows that came from colleagues since yesterday, or have two versions. */
const marked = async (space: Space, table: string, mark: string) => {
  const now = space.now()
  return idsOf((await listed(space, table)).filter((row) => (mark === 'new' ? isNew(row, now) : row.versions)))
}

/**
 * The rows of a table that answer every filter. Event, interest and month are asked of one and the same exchange;
 * kind, college, sector and territory of one and the same structure. Never called without a filter.
 */
export const idsMatching = async (space: Space, table: string, asked: Filters): Promise<ReadonlySet<string>> => {
  const { mark, ...others } = asked
  const marks = mark === undefined ? undefined : await marked(space, table, mark)
  if (marks && Object.keys(others).length === 0) return marks
  const event = others.event && mergesOf(space).one('events', others.event)
  const found = await matching(space, table, event ? { ...others, event } : others)
  return marks ? new Set([...found].filter((id) => marks.has(id))) : found
}

const matching = (space: Space, table: string, filters: Filters): Promise<ReadonlySet<string>> => {
  if (table === 'organisations') return matchingOrganisations(space, filters)
  if (table === 'exchanges') return matchingExchanges(space, filters)
  if (table === 'people') return matchingPeople(space, filters)
  return matchingOthers(space, table, filters)
}

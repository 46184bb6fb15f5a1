import type { Field } from '../../domain/field.ts'
import type { RecordType } from '../../domain/record.ts'
import { clockTime, dayOf, shortDate } from '../../i18n/dates.ts'
import { app } from '../../i18n/fr/app.ts'
import { sync } from '../../i18n/fr/sync.ts'
import type { Speech } from '../../i18n/language.ts'
import { loadProse } from '../../store/prose.ts'
import { rowsOf } from '../../store/read.ts'
import type { Refused } from '../../store/refused.ts'
import type { Space } from '../../store/space.ts'
import { summariesOf } from '../../store/summaries.ts'
import { lineOf } from '../record-line.ts'

export type Change = Refused['change']
/** A change as a person reads it: which record, when, and each field with what it was given. */
export type ChangeWords = {
  readonly label: string
  readonly title: string
  readonly at: number
  readonly lines: readonly { readonly label: string; readonly text: string }[]
}
type Given = Change['fields'][string]
type Titles = ReadonlyMap<string, string>

const tableOf = (field: Field | undefined) => field?.to ?? (field?.kind === 'member' ? 'members' : undefined)
const isWritten = (given: Given): given is { text: string } =>
  typeof given === 'object' && given !== null && 'text' in given
const membersOf = (given: Given): string[] =>
  typeof given === 'object' && given !== null && !isWritten(given)
    ? [...(given.add ?? []), ...(given.drop ?? [])]
    : typeof given === 'string'
      ? [given]
      : []

/** The names of all rows that a change speaks of, itself among them. */
const titlesFor = async (space: Space, speech: Speech, { table, row, fields }: Change): Promise<Titles> => {
  const type = space.catalog[table]
  const asked = Object.entries(fields).flatMap(([name, given]) => {
    const to = tableOf(type?.fields[name])
    return to ? membersOf(given).map((id) => ({ to, id })) : []
  })
  const all = [{ to: table, id: row }, ...asked].filter(({ to }) => space.catalog[to])
  const found = await Promise.all(
    [...new Set(all.map(({ to }) => to))].map(async (to) => {
      const ids = all.filter((one) => one.to === to).map(({ id }) => id)
      return summariesOf(space, to, await rowsOf(space, to, ids))
    }),
  )
  const titles = found.flat().map((summary) => [summary.id, lineOf(speech, space.catalog, summary).title] as const)
  return new Map([...titles, ...(await writtenIn(fields))])
}

/** The words that were written in texts, by the update that says so. */
const writtenIn = async (fields: Change['fields']) => {
  const updates = Object.values(fields).flatMap((given) => (isWritten(given) ? given.text : []))
  if (updates.length === 0) return []
  const { wordsIn } = await loadProse()
  return updates.map((update) => [update, wordsIn(update)] as const)
}

const momentIn = (speech: Speech, field: Field | undefined, text: string): string | undefined => {
  const isMoment = field?.kind === 'date' || field?.kind === 'instant'
  if (!isMoment || Number.isNaN(Date.parse(text))) return undefined
  if (field?.kind === 'date') return shortDate(speech.language, text.slice(0, 10))
  return `${shortDate(speech.language, dayOf(text))}, ${clockTime(speech.language, text)}`
}

/** Values as they were typed, wherever there is no better word for them: the text must be found whole. */
const inWords = (speech: Speech, type: RecordType | undefined, name: string, given: Given, titles: Titles): string => {
  const words = speech.words(sync).review
  const field = type?.fields[name]
  const one = (value: string) => {
    if (tableOf(field)) return titles.get(value) ?? value
    return momentIn(speech, field, value) ?? (type && field?.options ? speech.option(type, name, value) : value)
  }
  if (given === null) return words.emptied
  if (typeof given === 'boolean') return given ? speech.words(app).yes : speech.words(app).no
  if (typeof given !== 'object') return one(String(given))
  if (isWritten(given)) return titles.get(given.text) || words.erased
  const { add = [], drop = [] } = given
  return [
    ...(add.length > 0 ? [words.added(add.map(one).join(', '))] : []),
    ...(drop.length > 0 ? [words.dropped(drop.map(one).join(', '))] : []),
  ].join(' · ')
}

export const wordsOfChange = async (space: Space, speech: Speech, change: Change): Promise<ChangeWords> => {
  const type = space.catalog[change.table]
  const titles = await titlesFor(space, speech, change)
  return {
    label: type ? speech.label(type) : change.table,
    title: titles.get(change.row) ?? speech.words(app).untitled,
    at: change.at,
    lines: Object.entries(change.fields).map(([name, given]) => ({
      label: type ? speech.field(type, name) : name,
      text: inWords(speech, type, name, given, titles),
    })),
  }
}

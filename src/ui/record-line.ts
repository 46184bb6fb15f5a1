import type { Catalog } from '../domain/catalog.ts'
import type { RecordType } from '../domain/record.ts'
import { clockTime, dayOf, shortDate } from '../i18n/dates.ts'
import { app as appWords } from '../i18n/fr/app.ts'
import type { Speech } from '../i18n/language.ts'
import type { Summary } from '../store/summaries.ts'
import type { IconName } from './parts/icon.tsx'

export type Line = { title: string; detail: string; aside: string; icon: IconName | undefined }

const icons: Record<string, IconName> = {
  organisations: 'building',
  exchanges: 'talk',
  events: 'flag',
  tasks: 'check',
  trainingPeriods: 'calendar',
  placements: 'people',
}
const dayName = (speech: Speech, day: string) =>
  day === dayOf(Date.now()) ? speech.words(appWords).today : shortDate(speech.language, day)

/** The names a link leads to; in words where all that it led to was deleted. */
export const namesInWords = (speech: Speech, to: string, titles: readonly string[]): string => {
  const names = titles.filter(Boolean)
  if (names.length > 0 || titles.length === 0) return names.join(', ')
  const gone: Readonly<Record<string, string>> = speech.words(appWords).gone
  return gone[to] ?? speech.words(appWords).untitled
}
const inWords = (speech: Speech, type: RecordType, name: string, value: unknown): string => {
  if (value === undefined || value === '') return ''
  const { to, options } = type.fields[name] ?? {}
  if (Array.isArray(value)) return to ? namesInWords(speech, to, value) : value.join(', ')
  if (!options) return String(value)
  if (typeof value === 'number') return `${value} ${speech.option(type, name, value === 1 ? 'one' : 'other')}`
  return speech.option(type, name, String(value))
}
const asideOf = (speech: Speech, kind: string | undefined, value: unknown): string | undefined => {
  if (typeof value !== 'string') return undefined
  if (kind === 'date') return dayName(speech, value)
  if (kind !== 'instant') return undefined
  const day = dayOf(value)
  return day === dayOf(Date.now()) ? clockTime(speech.language, value) : shortDate(speech.language, day)
}

/** A summary as the line of a list: the first thing known of it, the others beside, its date at the right. */
export const lineOf = (speech: Speech, catalog: Catalog, summary: Summary): Line => {
  const type = catalog[summary.table]
  const words = [summary.name]
  let aside = ''
  for (const [at, name] of type?.summary.entries() ?? []) {
    const value = summary.values[at]
    const date = asideOf(speech, type?.fields[name]?.kind, value)
    if (date !== undefined) aside ||= date
    else if (type) words.push(inWords(speech, type, name, value))
  }
  const [title = '', ...others] = words.filter(Boolean)
  return {
    title: title || speech.words(appWords).untitled,
    detail: [...others, ...(summary.of ?? [])].join(' · '),
    aside,
    icon: icons[summary.table],
  }
}

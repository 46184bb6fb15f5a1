import { useCallback } from 'preact/hooks'
import type { AnyRow, RecordType } from '../../domain/record.ts'
import { rowsOf } from '../../store/read.ts'
import type { Space } from '../../store/space.ts'
import { useApp } from '../app/app-context.ts'
import { useLive } from '../app/use-live.ts'
import type { TypedValues } from './face.ts'
import { nameToBeBorn } from './typed.ts'

const most = 60
const texts: ReadonlySet<string> = new Set(['text', 'longText'])
type Links = [to: string, ids: string[]][]

const linksIn = (type: RecordType, values: Readonly<Record<string, unknown>>): Links =>
  Object.entries(type.fields).flatMap(([name, { to }]): Links => {
    const ids = [values[name] ?? []].flat().map(String).filter(Boolean)
    return to && ids.length > 0 ? [[to, ids]] : []
  })

const namesOf = async (space: Space, [to, ids]: Links[number]): Promise<string> => {
  const title = space.catalog[to]?.summary[0] ?? 'name'
  const rows = await rowsOf(space, to, ids)
  const known = new Map(rows.map((row) => [row.id, row.deletedAt ? '' : String(row[title] ?? '')]))
  return ids
    .map((id) => nameToBeBorn(id) ?? known.get(id))
    .filter(Boolean)
    .join(', ')
}
const firstNamed = async (space: Space, links: Links): Promise<string> => {
  const names = await Promise.all(links.map((link) => namesOf(space, link)))
  return names.find(Boolean) ?? ''
}
/** Whom, else what, a record is about, by name. */
export const aboutOf = (space: Space, type: RecordType, values: Readonly<Record<string, unknown>>) =>
  firstNamed(space, linksIn(type, values))

/**
 * What a draft is called in the list of those that wait: its own name, else what was typed, else whom or what it is
 * about. `row`: the one that is edited; `held`: what the inputs hold.
 */
export const useDraftTitle = (type: RecordType, row: AnyRow | undefined, held: TypedValues) => {
  const { space, speech } = useApp()
  const links = JSON.stringify(linksIn(type, { ...row, ...held }))
  const about = useLive(() => firstNamed(space, JSON.parse(links)), [links])
  return useCallback(
    (typed: TypedValues): string => {
      const text = (name: string, value: unknown) =>
        texts.has(type.fields[name]?.kind ?? '') && typeof value === 'string' ? value.trim() : ''
      const own = type.summary[0] ?? ''
      const name = text(own, typed[own] ?? row?.[own])
      const words = Object.keys(type.fields).map((field) => text(field, typed[field]))
      return (name || [speech.label(type), words.find(Boolean) || about].filter(Boolean).join(' · ')).slice(0, most)
    },
    [type, row, speech, about],
  )
}

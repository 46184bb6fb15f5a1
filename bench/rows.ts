import { type Catalog, catalog as landed } from '../src/domain/catalog.ts'
import { type AnyRow, sortKeyOf } from '../src/domain/record.ts'

/** Rows by table, as the app's own writes leave them, and the revision the last of them has. */
export type Rows = { tables: Record<string, AnyRow[]>; rev: number }

const given = 'Aïcha Bruno Chloé Damien Élodie Farid Gaëlle Hugo Inès Julie Karim Louise Marc Nadia Océane Paul'.split(
  ' ',
)
const family =
  'Moreau Bernard Lévêque Bensaïd Girard Fontaine Roussel Mercier Blanchard Perrin Da-Silva Nguyen Marchand Aubry Colin Le-Goff Traoré Renaud Schmitt Picard'.split(
    ' ',
  )
const roles = ['Directrice', 'Responsable formation', 'Proviseure', 'Chargé de recrutement', 'Tuteur', 'Gérante']
const trades = ['Garage', 'Lycée', 'Menuiserie', 'Boulangerie', 'Atelier', 'Mission locale', 'Hôtel', 'Clinique']
const places = ['des Tilleuls', 'du Parc', 'Saint-Michel', 'de la Gare', 'des Remparts', 'Jean-Moulin', 'du Vallon']
const pick = (from: readonly string[], n: number) => from[n % from.length] ?? ''

/** Fictional people, each with one structure, and structures of which each has as many people as the next. */
export const makeRows = (people: number, structures: number, catalog: Catalog = landed): Rows => {
  let rev = 0
  const tables: Rows['tables'] = { people: [], organisations: [], affiliations: [] }
  const add = (table: string, values: Record<string, unknown>): string => {
    rev += 1
    const at = new Date(Date.UTC(2025, 0, 1) + rev * 60_000).toISOString()
    const id = `0194${String(rev).padStart(4, '0').slice(-4)}-0000-7000-8000-${String(rev).padStart(12, '0')}`
    const mark = { id, createdAt: at, createdBy: 'bench', updatedAt: at, updatedBy: 'bench', seq: 0, rev }
    const row: AnyRow = { ...mark, ...values, source: 'typed' }
    const type = catalog[table]
    const sort = type && sortKeyOf(type, row)
    tables[table]?.push(sort === undefined ? row : { ...row, sort })
    return id
  }
  const organisations = Array.from({ length: structures }, (_, n) =>
    add('organisations', {
      name: `${pick(trades, n)} ${pick(places, Math.floor(n / trades.length))} ${n}`,
      kind: 'company',
      town: pick(['Saint-Étienne', 'Angers', 'Lannion', 'Épinal'], n),
    }),
  )
  for (let n = 0; n < people; n += 1) {
    const person = add('people', {
      name: `${pick(given, n * 7)} ${pick(family, Math.floor(n / given.length))} ${n}`,
      position: pick(roles, n),
      mobile: `+336399${String(n).padStart(5, '0')}`,
    })
    add('affiliations', { person, organisation: organisations[n % structures], main: true })
  }
  return { tables, rev }
}

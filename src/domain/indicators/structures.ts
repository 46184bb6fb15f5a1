import type { Organisation } from '../records/organisation.ts'
import { type Counted, type Indicator, tally } from './indicator.ts'

type Rows = readonly Pick<Organisation, 'college'>[]

export const structuresByCollege: Indicator<Rows, Counted> = {
  name: 'Structures par collège',
  source: 'les structures de ce carnet, à ce jour',
  formula: 'Nombre de structures non supprimées, réparties selon le collège noté sur leur fiche.',
  measure: (rows) => ({ total: rows.length, parts: tally(rows.map((row) => row.college)) }),
}

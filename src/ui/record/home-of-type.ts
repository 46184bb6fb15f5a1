import type { Catalog } from '../../domain/catalog.ts'
import type { AnyRow, RecordType } from '../../domain/record.ts'
import { listPath, rowPath } from '../paths.ts'

/** Where the records of a type are listed: its tab in Contacts, its list in Pilotage, or the agenda. */
export const homeOfType = (catalog: Catalog, type: RecordType): string =>
  type.inContacts || type.inPilotage ? listPath(catalog, type.table) : '/agenda'

/** Where one goes back to from a row: a tie leads to the person it is of, the others to where they are listed. */
export const homeOfRow = (catalog: Catalog, type: RecordType, row: AnyRow | undefined): string => {
  const owner = Object.values(catalog).find((one) => one.belongs?.by === type.table)
  const id = owner?.belongs && row?.[owner.belongs.from]
  return owner && typeof id === 'string' ? rowPath(catalog, owner.table, id) : homeOfType(catalog, type)
}

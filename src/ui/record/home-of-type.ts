import type { Catalog } from '../../domain/catalog.ts'
import type { RecordType } from '../../domain/record.ts'
import { listPath } from '../paths.ts'

/** Where the records of a type are listed: its tab in Contacts, or the agenda. */
export const homeOfType = (catalog: Catalog, type: RecordType): string =>
  type.inContacts ? listPath(catalog, type.table) : '/agenda'

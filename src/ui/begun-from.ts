import type { Catalog } from '../domain/catalog.ts'
import { rowPath } from './paths.ts'

/** Tells a form from which record it is begun, beside what fills its fields. */
export const begunFrom = (table: string, id: string) => ({ from: `${table}/${id}` })
/** Where a form that was begun from a record leads back to. */
export const wayBack = (catalog: Catalog, from: string): string | undefined => {
  const [table = '', id] = from.split('/')
  return id && Object.hasOwn(catalog, table) ? rowPath(catalog, table, id) : undefined
}

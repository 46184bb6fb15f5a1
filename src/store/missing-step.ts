import type { Catalog } from '../domain/catalog.ts'
import type { RecordType } from '../domain/record.ts'
import { type SchemaStep, schemaSteps } from './schema-steps.ts'

/** Indexed are only ids, the place in the list, the local revision, deletion and links; search is a scan in memory. */
export const indexesOf = (type: RecordType): string => {
  const links = Object.entries(type.fields).filter(([, field]) => field.to !== undefined)
  return [
    'id',
    'sort',
    'rev',
    'deletedAt',
    'arrived',
    ...links.map(([name, f]) => (f.kind === 'links' ? `*${name}` : name)),
  ].join()
}

/** The tables of a catalog that no landed step gives these indexes. Empty for what lands; a new record type on a bench has one. */
export const missingStep = (catalog: Catalog, steps = schemaSteps): SchemaStep | undefined => {
  const landed = Object.assign({}, ...steps.map((step) => step.tables)) as Record<string, string>
  const tables = Object.values(catalog).map((type) => [type.table, indexesOf(type)] as const)
  const missing = tables.filter(([table, indexes]) => landed[table] !== indexes)
  if (missing.length === 0) return undefined
  return { version: (steps.at(-1)?.version ?? 0) + 1, tables: Object.fromEntries(missing) }
}

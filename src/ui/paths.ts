import type { Catalog } from '../domain/catalog.ts'

/** The place of a record type: people, structures and exchanges live in Contacts, what has a list of its own in Pilotage, the rest in Agenda. */
const placeOf = (catalog: Catalog, table: string) => {
  const { inContacts, inPilotage } = catalog[table] ?? {}
  return inContacts ? '/contacts' : inPilotage ? '/pilotage' : '/agenda'
}

export const listPath = (catalog: Catalog, table: string, filters: Record<string, string> = {}) => {
  const query = new URLSearchParams(filters).toString()
  return `${placeOf(catalog, table)}/${table}${query && `?${query}`}`
}
export const rowPath = (catalog: Catalog, table: string, id: string) => `${placeOf(catalog, table)}/${table}/${id}`
/** The form of a new record; `values` fill it beforehand. */
export const newPath = (catalog: Catalog, table: string, values: Record<string, string> = {}) => {
  const query = new URLSearchParams(values).toString()
  return `${placeOf(catalog, table)}/${table}/new${query && `?${query}`}`
}

import type { Catalog } from '../domain/catalog.ts'
import type { Draft } from '../store/drafts.ts'
import { newPath, rowPath } from './paths.ts'
import { requestPath } from './request/request-path.ts'

/** Where the form of a draft is opened again, with that draft; the capture sheet has no address. */
export const resumePath = (catalog: Catalog, { id, form }: Pick<Draft, 'id' | 'form'>): string | undefined => {
  const [kind, table = '', row = '', of = ''] = form.split('/')
  if (kind === 'capture') return undefined
  if (kind === 'enter') return '/entrer'
  if (kind === 'request') return requestPath({ draft: id })
  if (kind === 'close') return `${rowPath(catalog, 'events', table)}?close=1`
  if (kind === 'refused') return `/a-revoir/${table}`
  if (kind === 'edit') return rowPath(catalog, table, row)
  // A form inside the page of another record: `new/affiliations/people/<id>`.
  return of ? `${rowPath(catalog, row, of)}?draft=${id}` : newPath(catalog, table, { draft: id })
}

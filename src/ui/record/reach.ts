import type { FieldKind } from '../../domain/field.ts'
import { recogniseContactPoint } from '../../domain/identifiers/contact-point.ts'
import type { AnyRow, RecordType } from '../../domain/record.ts'

const firstOf = (type: RecordType, row: AnyRow, kind: FieldKind): string | undefined => {
  for (const [name, field] of Object.entries(type.fields)) {
    const value = row[name]
    if (field.kind === kind && typeof value === 'string' && value) return value
  }
  return undefined
}
/** As a phone dials it. */
export const dialled = (phone: string) => phone.replace(/[^\d+*#]/g, '')
const address = ['addressLine1', 'addressLine2', 'postcode', 'town', 'country']

export type Reach = Partial<Record<'call' | 'sms' | 'email' | 'website' | 'route', string>>
/** The addresses by which a row is called, written to and found, from the kinds of its fields. */
export const reachOf = (type: RecordType, row: AnyRow): Reach => {
  const phone = firstOf(type, row, 'phone')
  const email = firstOf(type, row, 'email')
  const website = firstOf(type, row, 'website')
  const place = address.map((name) => (type.fields[name] ? row[name] : undefined)).filter(Boolean)
  const isPlace = Boolean(row.town || row.addressLine1)
  const isMobile = phone !== undefined && recogniseContactPoint(phone).kind === 'mobile'
  return {
    ...(phone && { call: `tel:${dialled(phone)}` }),
    ...(phone && isMobile && type.table === 'people' && { sms: `sms:${dialled(phone)}` }),
    ...(email && {
      email: `mailto:${encodeURI(email.replace(/\p{Surrogate}/gu, '')).replace(/[?&#]/g, encodeURIComponent)}`,
    }),
    ...(website && { website: /^https?:\/\//i.test(website) ? website : `https://${website}` }),
    ...(isPlace && {
      route: `https://www.openstreetmap.org/search?${new URLSearchParams({ query: place.join(', ') })}`,
    }),
  }
}

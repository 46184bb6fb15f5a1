/** What the sheet holds, as typed. `organisationId`: the known structure that was picked. */
export type Captured = {
  name: string
  organisation: string
  organisationId?: string | undefined
  contactPoint: string
  interests: string[]
  /** Days until the call back. */
  callBack?: number | undefined
  note: string
}
export const nothingCaptured: Captured = { name: '', organisation: '', contactPoint: '', interests: [], note: '' }

/** What one calls it by: the first of what was typed. */
export const nameOf = ({ name, organisation, contactPoint, note }: Captured) =>
  [name, organisation, contactPoint, note].map((text) => text.trim()).find(Boolean) ?? ''

export const isWorthKeeping = (of: Captured) => nameOf(of) !== ''

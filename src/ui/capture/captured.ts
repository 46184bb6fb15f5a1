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

export const isWorthKeeping = (of: Captured) =>
  [of.name, of.organisation, of.contactPoint, of.note].some((text) => text.trim() !== '')

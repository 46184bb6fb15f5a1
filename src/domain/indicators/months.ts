/**
 * A stretch of whole months where the phone is: one, `2026-11`, or from the first to the last included,
 * `2026-09/2027-08`. It travels in addresses, so that a figure and the list it opens speak of the same rows.
 */
export type Months = string

const two = (n: number) => String(n).padStart(2, '0')

/** The day of an instant where the phone is, `YYYY-MM-DD`. */
export const localDayOf = (instant: string | number): string => {
  const at = new Date(instant)
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
}

/** The month of an instant where the phone is, `YYYY-MM`; of a day, its own. */
export const monthOf = (when: string): string => (when.length > 10 ? localDayOf(when) : when).slice(0, 7)

const endsOf = (months: Months): [first: string, last: string] => {
  const [first = '', last = first] = months.split('/')
  return [first, last]
}

/** Whether an instant or a day lies in these months. */
export const isIn = (months: Months, when: unknown): boolean => {
  if (typeof when !== 'string') return false
  const [first, last] = endsOf(months)
  const month = monthOf(when)
  return first <= month && month <= last
}

/** The instants that enclose these months, for a look-up by an ordered key; undefined where they are no months. */
export const instantsAround = (months: Months): [from: string, to: string] | undefined => {
  const [first, last] = endsOf(months)
  const [from, to] = [new Date(`${first}-01T00:00:00`), new Date(`${last}-01T00:00:00`)]
  if (Number.isNaN(from.getTime()) || Number.isNaN(to.getTime())) return undefined
  to.setMonth(to.getMonth() + 1)
  return [from.toISOString(), to.toISOString()]
}

/** The school year a day or an instant belongs to, named by the year it starts in: 1 September to 31 August. */
export const schoolYearOf = (when: string): number => {
  const month = monthOf(when)
  return Number(month.slice(0, 4)) - (month.slice(5) < '09' ? 1 : 0)
}

export const monthsOfSchoolYear = (year: number): Months => `${year}-09/${year + 1}-08`

/** Every month from the first to the last, both `YYYY-MM`. */
export const eachMonth = (months: Months): string[] => {
  const [first, last] = endsOf(months)
  const all: string[] = []
  for (let month = first; month <= last && all.length < 1_200; ) {
    all.push(month)
    const [year, n] = [Number(month.slice(0, 4)), Number(month.slice(5))]
    month = n === 12 ? `${year + 1}-01` : `${year}-${two(n + 1)}`
  }
  return all
}

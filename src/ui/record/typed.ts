import type { Typed } from './face.ts'

export const oneOf = (typed: Typed): string => (typeof typed === 'string' ? typed : typed.join(', '))
export const allOf = (typed: Typed): string[] => {
  const some = typeof typed === 'string' ? typed.split(',') : typed
  return [...new Set(some.map((one) => one.trim()).filter(Boolean))]
}
export const isBlank = (typed: Typed | undefined): boolean =>
  typed === undefined || (typeof typed === 'string' ? typed.trim() === '' : allOf(typed).length === 0)
export const isSame = (a: Typed | undefined, b: Typed | undefined): boolean =>
  (isBlank(a) && isBlank(b)) || JSON.stringify(a) === JSON.stringify(b)

const born = 'new:'
/** A link to a row that is born with the save: only its name is known. */
export const toBeBorn = (name: string): string => born + name
/** The name of the row to be born; undefined for the id of a row that exists. */
export const nameToBeBorn = (link: string): string | undefined =>
  link.startsWith(born) ? link.slice(born.length) : undefined

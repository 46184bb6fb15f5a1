/** An identifier is normalised, then checked; a doubt is shown ("À vérifier"), never a refusal. */
export type Identifier = {
  /** The stored form of what was typed; text that is not of this kind comes back trimmed, never lost. */
  normalise(typed: string): string
  /** Why the stored form is doubtful, or undefined when it is well formed or empty. */
  doubt(stored: string): Doubt | undefined
  /** How the stored form is shown. */
  show(stored: string): string
}

export type Doubt =
  /** A count of people that is below zero or has a part of one. */
  | 'count'
  /** A count of people larger than any school. */
  | 'many'
  /** A day before the one it should follow. */
  | 'order'
  /** Signs are missing or too many. */
  | 'length'
  /** It holds signs that no such identifier holds. */
  | 'characters'
  /** The check digit, or letter, does not follow from the others. */
  | 'key'
  /** Well formed, but nothing is numbered there. */
  | 'range'
  /** A spreadsheet shortened it (7,32829E+13): the last digits are gone. */
  | 'exponent'
  /** Several of them stand in one field. */
  | 'several'
  /** A short or a surcharged telephone number: nobody's own. */
  | 'special-number'
  /** The part after the @ is not a domain, or looks like a slip of the keyboard. */
  | 'domain'

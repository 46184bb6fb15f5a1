/** One place of the source: this text, which must be there once, and what stands there instead. */
export type Cut = { file: string; text: string; instead: string }
/** A deliberate fault in the engine. `by`: a test that has to go red where the simulation owns nothing of the kind. */
export type Mutant = { name: string; cuts: readonly Cut[]; by?: string }

export const mutant = (name: string, file: string, text: string, instead: string, ...more: Cut[]): Mutant => ({
  name,
  cuts: [{ file, text, instead }, ...more],
})

/** The source with the cut made; undefined where its text is not there, or is there twice. */
export const made = (source: string, { text, instead }: Cut): string | undefined => {
  const parts = source.split(text)
  return parts.length === 2 ? parts.join(instead) : undefined
}

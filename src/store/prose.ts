type Prose = typeof import('../protocol/text-doc.ts')

let atHand: Prose | undefined

/** What puts texts together that several people write: a part of its own, fetched when it is needed. */
export const loadProse = async (): Promise<Prose> => {
  atHand ??= await import('../protocol/text-doc.ts')
  return atHand
}

class ProseIsMissing extends Error {}
/** Inside a transaction, which would be over before anything was fetched. */
export const proseAtHand = (): Prose => {
  if (!atHand) throw new ProseIsMissing()
  return atHand
}

/** Runs a transaction, and once more with all that puts texts together where it turns out to need it. */
export const withProse = async <T>(transaction: () => PromiseLike<T>): Promise<T> => {
  try {
    return await transaction()
  } catch (error) {
    if (!(error instanceof ProseIsMissing)) throw error
    await loadProse()
    return transaction()
  }
}

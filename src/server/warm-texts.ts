import type { TextDoc } from '../protocol/text-doc.ts'

/** Of their states together, in characters. */
const MOST = 3_000_000

/**
 * The documents of the texts written in last, each by the state it was written down as: of a long one it takes 0.2 s to make
 * it anew at each pause of whoever types. Who takes one has it alone, and gives it back once it is on its way to the disk;
 * where that is undone the disk holds another state, and nobody finds it again.
 */
export const openWarmTexts = () => {
  const docs = new Map<string, TextDoc>()
  let size = 0
  const take = (state: string): TextDoc | undefined => {
    const doc = docs.get(state)
    if (docs.delete(state)) size -= state.length
    return doc
  }
  return {
    take,
    keep: (state: string, doc: TextDoc): void => {
      take(state)
      docs.set(state, doc)
      size += state.length
      for (const oldest of docs.keys()) {
        if (size <= MOST) return
        take(oldest)
      }
    },
  }
}

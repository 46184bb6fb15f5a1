/** `drop` characters at `at` gave place to `add`; in UTF-16 units, as everywhere in a text. */
export type Difference = { readonly at: number; readonly drop: number; readonly add: string }

/** As texts are kept: LF ends a line, and no half of a surrogate pair stands alone, or it would not travel. */
export const cleaned = (text: string): string => text.replace(/\r\n?/g, '\n').replace(/\p{Surrogate}/gu, '\ufffd')

const isInPair = (text: string, at: number) => /^[\ud800-\udbff][\udc00-\udfff]/.test(text.slice(at - 1, at + 1))

/**
 * What was done to one text to come to the other, as one place where it differs. `caret`: where the one who typed now
 * stands in `after`; what is behind it was not touched, which tells the letter that was doubled from the one beside it.
 */
export const differenceOf = (before: string, after: string, caret = after.length): Difference => {
  const shorter = Math.min(before.length, after.length)
  let [start, end] = [0, 0]
  const common = (most: number) => {
    while (end < most && before.at(-1 - end) === after.at(-1 - end)) end += 1
  }
  common(Math.min(shorter, after.length - caret))
  while (start < shorter - end && before[start] === after[start]) start += 1
  common(shorter - start)
  // A pair is taken or left whole: one half of it is no character.
  if (isInPair(before, start) || isInPair(after, start)) start -= 1
  if (isInPair(before, before.length - end) || isInPair(after, after.length - end)) end -= 1
  return { at: start, drop: before.length - end - start, add: after.slice(start, after.length - end) }
}

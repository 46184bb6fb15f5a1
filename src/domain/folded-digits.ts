/**
 * The digits of a telephone number as it is dialled in France, so that 0612, 06 12 and +33612 find the same person.
 * Give it both what is stored and what is looked for, in part or whole; no digits, no text.
 */
export function foldedDigits(text: string): string {
  return text
    .replace(/[^\d+]+/g, '')
    .replace(/^00(?=[1-9])/, '+')
    .replace(/\+5080?(?:508)?/g, '0508')
    .replace(/\+(?:33|262|59[046])0?/g, '0')
    .replace(/\+/g, '')
}

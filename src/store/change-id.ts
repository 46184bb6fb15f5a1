/** Ten letters and digits by chance: a change's key is its device and number, its id only tells a copied device. */
export const newChangeId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(10)), (byte) => (byte % 36).toString(36)).join('')

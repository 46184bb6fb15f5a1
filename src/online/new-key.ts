/** Of one act: the server knows by it that it is asked the same again, and nobody else can. 256 bits. */
export const newKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(32)), (byte) => byte.toString(16).padStart(2, '0')).join('')

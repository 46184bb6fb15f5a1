import type { PreparedFile } from '../../src/store/attach.ts'

export const shaOf = async (bytes: ArrayBuffer): Promise<string> =>
  [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')

/** A file of so many bytes, none like another. */
export const madeFile = async (size = 1_000, name = 'Carte de Nadia'): Promise<PreparedFile> => {
  const bytes = new Uint8Array(size)
  for (let at = 0; at < size; at += 65_536) crypto.getRandomValues(bytes.subarray(at, at + 65_536))
  const sha = await shaOf(bytes.buffer)
  return { name, kind: 'businessCard', mediaType: 'image/jpeg', size, sha, width: 4, height: 3, bytes: bytes.buffer }
}

import type { PreparedFile } from '../../src/store/attach.ts'
import { shaOf } from '../../src/store/sha.ts'

/** A file of so many bytes, none like another. */
export const madeFile = async (size = 1_000, name = 'Carte de Nadia'): Promise<PreparedFile> => {
  const bytes = new Uint8Array(size)
  for (let at = 0; at < size; at += 65_536) crypto.getRandomValues(bytes.subarray(at, at + 65_536))
  const sha = await shaOf(bytes.buffer)
  return { name, kind: 'businessCard', mediaType: 'image/jpeg', size, sha, width: 4, height: 3, bytes: bytes.buffer }
}

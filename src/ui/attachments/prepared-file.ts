import { anyFile, isKnownType, mayBe } from '../../domain/media-types.ts'
import { pictureHeader } from '../../domain/picture-header.ts'
import type { PreparedFile } from '../../store/attach.ts'
import { shaOf } from '../../store/sha.ts'
import { drawnPicture } from './drawn-picture.ts'

/** Why a file is not added; the one the person has is untouched. */
export type WhyNot = 'empty' | 'tooLarge' | 'tooManyPixels' | 'drawing' | 'unreadable'
export type Prepared = { readonly file: PreparedFile } | { readonly why: WhyNot }
export type Wanted = 'photo' | 'businessCard' | 'document'

/** In bytes, and in pixels: past them a phone has no memory to read it. */
const most = { document: 20_000_000, picture: 100_000_000, pixels: 50_000_000 }
const head = 64 * 1024

const picture = async (given: File, kind: PreparedFile['kind'], name: string): Promise<Prepared> => {
  const drawn = await drawnPicture(given).catch(() => undefined)
  if (!drawn) return { why: 'unreadable' }
  const { bytes } = drawn
  return {
    file: { name, kind, mediaType: 'image/jpeg', size: bytes.byteLength, sha: await shaOf(bytes), ...drawn },
  }
}

const document = async (given: File, first: Uint8Array, name: string): Promise<Prepared> => {
  if (given.size > most.document) return { why: 'tooLarge' }
  const type = given.type.split(';')[0]?.trim().toLowerCase() ?? ''
  const mediaType = isKnownType(type) && mayBe(type, first) ? type : anyFile
  const bytes = await given.arrayBuffer()
  return { file: { name, kind: 'document', mediaType, size: bytes.byteLength, sha: await shaOf(bytes), bytes } }
}

/**
 * A file as it will be kept: a picture drawn down, whichever way it was chosen; anything else as it is. `name`: of a picture,
 * which has none that says anything.
 */
export const preparedFile = async (given: File, wanted: Wanted, name: string): Promise<Prepared> => {
  if (given.size === 0) return { why: 'empty' }
  // The phone may have lost its hold on the file since it was chosen.
  const first = await given
    .slice(0, head)
    .arrayBuffer()
    .then(
      (bytes) => new Uint8Array(bytes),
      () => undefined,
    )
  if (!first) return { why: 'unreadable' }
  const header = pictureHeader(first)
  if (header?.format === 'svg' && wanted !== 'document') return { why: 'drawing' }
  if (header && header.format !== 'svg') {
    if (given.size > most.picture) return { why: 'tooLarge' }
    if ((header.pixels ?? 0) > most.pixels) return { why: 'tooManyPixels' }
    return picture(given, wanted === 'document' ? 'photo' : wanted, name)
  }
  if (wanted !== 'document') return { why: 'unreadable' }
  try {
    return await document(given, first, given.name.slice(0, 200))
  } catch {
    return { why: 'unreadable' }
  }
}

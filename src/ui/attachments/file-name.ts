import type { Attachment } from '../../domain/records/attachment.ts'

/** A name any phone or computer takes: what a path or a drive would read otherwise is left out. */
export const fileNameOf = ({ name, mediaType }: Pick<Attachment, 'name' | 'mediaType'>): string => {
  const bare = name.replace(/[\\/:*?"<>|\p{Cc}\p{Cf}]+/gu, ' ').trim() || 'maillage'
  return mediaType === 'image/jpeg' && !/\.jpe?g$/i.test(bare) ? `${bare}.jpg` : bare
}

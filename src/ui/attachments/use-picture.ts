import { useEffect, useState } from 'preact/hooks'
import type { ShownFile } from '../../store/attachments-of.ts'
import { bytesOf } from '../../store/blobs.ts'
import { useApp } from '../app/app-context.ts'

/** The address of a picture that is on this phone, as long as it is shown. Only what we drew is ever shown as one. */
export const usePicture = ({ row: { sha, mediaType }, isHere }: ShownFile): string | undefined => {
  const { space } = useApp()
  const [url, setUrl] = useState<string>()
  const isShown = isHere && mediaType === 'image/jpeg'
  useEffect(() => {
    if (!isShown) return
    let made: string | undefined
    let isOver = false
    const show = async () => {
      const bytes = await bytesOf(space, sha)
      if (!bytes || isOver) return
      made = URL.createObjectURL(new Blob([bytes], { type: 'image/jpeg' }))
      setUrl(made)
    }
    show().catch(() => {})
    return () => {
      isOver = true
      setUrl(undefined)
      if (made) URL.revokeObjectURL(made)
    }
  }, [space, sha, isShown])
  return url
}

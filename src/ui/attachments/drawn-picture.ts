/** A picture as it is kept: JPEG, upright, and nothing else of what the camera wrote. */
export type DrawnPicture = { readonly bytes: ArrayBuffer; readonly width: number; readonly height: number }

/** The longer side, in pixels. */
const longest = 1_600
const quality = 0.85

/** Drawn anew, smaller and upright: place and time that a camera writes into a picture are not drawn. @throws where the browser cannot read it. */
export const drawnPicture = async (file: Blob): Promise<DrawnPicture> => {
  const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' })
  try {
    const scale = Math.min(1, longest / Math.max(bitmap.width, bitmap.height))
    const [width, height] = [bitmap.width, bitmap.height].map((side) => Math.max(1, Math.round(side * scale))) as [
      number,
      number,
    ]
    const canvas = Object.assign(document.createElement('canvas'), { width, height })
    const pen = canvas.getContext('2d')
    if (!pen) throw new Error('No canvas')
    pen.imageSmoothingQuality = 'high'
    // What is seen through has no colour of its own in a JPEG.
    pen.fillStyle = 'white'
    pen.fillRect(0, 0, width, height)
    pen.drawImage(bitmap, 0, 0, width, height)
    const drawn = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', quality))
    canvas.width = 0
    if (!drawn) throw new Error('Nothing was drawn')
    return { bytes: await drawn.arrayBuffer(), width, height }
  } finally {
    bitmap.close()
  }
}

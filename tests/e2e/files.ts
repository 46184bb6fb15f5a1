import { randomBytes } from 'node:crypto'
import { crc32, deflateSync } from 'node:zlib'
import type { Phone } from './phone.ts'

export type Given = { name: string; mimeType: string; buffer: Buffer }

/** A document that no packing makes smaller. */
export const madePdf = (size: number, name = 'Plan du stand.pdf'): Given => ({
  ...{ name, mimeType: 'application/pdf' },
  buffer: Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(size - 9)]),
})

const chunk = (type: string, body: Buffer) => {
  const named = Buffer.concat([Buffer.from(type), body])
  const [size, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  size.writeUInt32BE(body.length)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([size, named, sum])
}
/** A picture of noise: three bytes a pixel, whatever packs it. */
export const madePng = (width: number, height: number): Given => {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 2, 0, 0, 0], 8)
  const lines = randomBytes((width * 3 + 1) * height)
  for (let line = 0; line < height; line += 1) lines[line * (width * 3 + 1)] = 0
  const start = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const parts = [chunk('IHDR', head), chunk('IDAT', deflateSync(lines, { level: 0 })), chunk('IEND', Buffer.alloc(0))]
  return { name: 'stand.png', mimeType: 'image/png', buffer: Buffer.concat([start, ...parts]) }
}

/** A photo of two colours, as a camera makes it: lying, with how to turn it, where and when it was taken. */
export const madePhoto = async ({ page }: Phone, width = 2_000, height = 1_500): Promise<Given> => {
  const drawn = await page.evaluate(
    async ([width, height]) => {
      const canvas = Object.assign(document.createElement('canvas'), { width, height })
      const pen = canvas.getContext('2d') as CanvasRenderingContext2D
      for (let at = 0; at < 400; at += 1) {
        pen.fillStyle = `hsl(${Math.random() * 360} 60% 50%)`
        pen.fillRect(Math.random() * width, Math.random() * height, 90, 90)
      }
      const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', 0.9))
      return [...new Uint8Array(await (blob as Blob).arrayBuffer())]
    },
    [width, height] as const,
  )
  // EXIF with two entries: Orientation 6 (turned a quarter), and the place the maker of it left as a text.
  const place = 'GPS 44.9334 4.8924 Valence\0'
  const tiff = Buffer.alloc(38)
  tiff.write('MM\0*', 0, 'latin1')
  tiff.writeUInt32BE(8, 4)
  tiff.writeUInt16BE(2, 8)
  tiff.writeUInt16BE(0x0112, 10)
  tiff.writeUInt16BE(3, 12)
  tiff.writeUInt32BE(1, 14)
  tiff.writeUInt16BE(6, 18)
  tiff.writeUInt16BE(0x010e, 22)
  tiff.writeUInt16BE(2, 24)
  tiff.writeUInt32BE(place.length, 26)
  tiff.writeUInt32BE(38, 30)
  const exif = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff, Buffer.from(place, 'latin1')])
  const head = Buffer.from([0xff, 0xe1, 0, 0])
  head.writeUInt16BE(exif.length + 2, 2)
  const buffer = Buffer.concat([Buffer.from(drawn.slice(0, 2)), head, exif, Buffer.from(drawn.slice(2))])
  return { name: 'IMG_2034.JPG', mimeType: 'image/jpeg', buffer }
}

/** Chooses files as a person does, after a tap on one of the ways to add. */
export const addFiles = async ({ page }: Phone, way: string, files: Given | Given[]): Promise<void> => {
  const chosen = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: way, exact: true }).tap()
  await (await chosen).setFiles(files)
}

/** The pictures that are really drawn on the page, by their natural size. */
export const picturesOn = ({ page }: Phone): Promise<{ width: number; height: number }[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLImageElement>('main li img')]
      .filter((one) => one.complete && one.naturalWidth > 0)
      .map((one) => ({ width: one.naturalWidth, height: one.naturalHeight })),
  )

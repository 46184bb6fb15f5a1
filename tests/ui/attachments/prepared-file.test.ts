import { expect, test } from 'vitest'
import { preparedFile } from '../../../src/ui/attachments/prepared-file.ts'

const drawn = async (width: number, height: number, type = 'image/jpeg', isClear = false): Promise<Blob> => {
  const canvas = Object.assign(document.createElement('canvas'), { width, height })
  const pen = canvas.getContext('2d') as CanvasRenderingContext2D
  pen.fillStyle = 'teal'
  if (!isClear) pen.fillRect(0, 0, width, height)
  return (await new Promise<Blob | null>((done) => canvas.toBlob(done, type))) as Blob
}
const file = (parts: BlobPart[], name: string, type = '') => new File(parts, name, { type })
const sizeOf = async (bytes: ArrayBuffer) => {
  const { width, height } = await createImageBitmap(new Blob([bytes], { type: 'image/jpeg' }))
  return [width, height]
}
/** EXIF that says only how the picture is to be turned. */
const turned = async (blob: Blob, orientation: number): Promise<Blob> => {
  const exif = [0x45, 0x78, 0x69, 0x66, 0, 0, 0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0]
  const entry = [...exif, orientation, 0, 0, 0, 0, 0, 0]
  const head = new Uint8Array([0xff, 0xe1, 0, entry.length + 2, ...entry])
  return new Blob([blob.slice(0, 2), head, blob.slice(2)], { type: 'image/jpeg' })
}

test.each([
  ['a large photo', 3_200, 2_400, 'image/jpeg', [1_600, 1_200]],
  ['a tall one', 1_000, 4_000, 'image/jpeg', [400, 1_600]],
  ['a small one', 40, 30, 'image/png', [40, 30]],
  ['one of another format', 2_000, 1_000, 'image/webp', [1_600, 800]],
])('%s is kept as JPEG of at most 1,600 points a side', async (_, width, height, type, size) => {
  const prepared = await preparedFile(file([await drawn(width, height, type)], 'IMG.x', type), 'photo', 'Photo')
  if (!('file' in prepared)) throw new Error(prepared.why)
  const { bytes, ...values } = prepared.file
  expect(values).toMatchObject({ name: 'Photo', kind: 'photo', mediaType: 'image/jpeg', size: bytes.byteLength })
  expect([values.width, values.height]).toEqual(size)
  expect(await sizeOf(bytes)).toEqual(size)
})

test('a photo taken upright stands upright, and nothing the camera wrote is left', async () => {
  const photo = await turned(await drawn(800, 600), 6)
  const prepared = await preparedFile(file([photo], 'IMG.jpg', 'image/jpeg'), 'businessCard', 'Carte')
  if (!('file' in prepared)) throw new Error(prepared.why)
  expect(await sizeOf(prepared.file.bytes)).toEqual([600, 800])
  expect(prepared.file.kind).toBe('businessCard')
  expect(new TextDecoder('latin1').decode(prepared.file.bytes)).not.toContain('Exif')
})

test('a picture chosen as a document is drawn anew all the same: it may hold the place where it was taken', async () => {
  const photo = await turned(await drawn(80, 60), 6)
  const prepared = await preparedFile(file([photo], 'plan.jpg', 'image/jpeg'), 'document', 'Photo')
  expect(prepared).toMatchObject({ file: { kind: 'photo', mediaType: 'image/jpeg', width: 60 } })
})

test('what is seen through is white', async () => {
  const prepared = await preparedFile(file([await drawn(9, 9, 'image/png', true)], 'x.png'), 'photo', 'Photo')
  if (!('file' in prepared)) throw new Error(prepared.why)
  const canvas = Object.assign(document.createElement('canvas'), { width: 9, height: 9 })
  const pen = canvas.getContext('2d') as CanvasRenderingContext2D
  pen.drawImage(await createImageBitmap(new Blob([prepared.file.bytes])), 0, 0)
  expect([...pen.getImageData(4, 4, 1, 1).data]).toEqual([255, 255, 255, 255])
})

const text = (words: string) => new TextEncoder().encode(words)
test.each([
  ['a PDF', text('%PDF-1.7 ...'), 'application/pdf', 'application/pdf'],
  ['a text', text('Nom;Structure'), 'text/csv', 'text/csv'],
  ['a drawing', text('<svg xmlns="x"><script>1</script></svg>'), 'image/svg+xml', 'application/octet-stream'],
  ['a page', text('<html><script>1</script>'), 'text/html', 'application/octet-stream'],
  ['a page that calls itself a PDF', text('<html>'), 'application/pdf', 'application/octet-stream'],
  ['a file without a type', text('anything at all'), '', 'application/octet-stream'],
])('%s is kept as it is, under a type that says no more than it is', async (_, bytes, type, mediaType) => {
  const prepared = await preparedFile(file([bytes], 'fichier', type), 'document', 'Photo')
  if (!('file' in prepared)) throw new Error(prepared.why)
  expect(prepared.file).toMatchObject({ name: 'fichier', kind: 'document', mediaType })
  expect(new Uint8Array(prepared.file.bytes)).toEqual(bytes)
})

/** A PNG that says it is this large and is nothing else. */
const saysItIs = (width: number, height: number) => {
  const bytes = new Uint8Array(64)
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52])
  new DataView(bytes.buffer).setUint32(16, width)
  new DataView(bytes.buffer).setUint32(20, height)
  return bytes
}
test.each([
  ['an empty file', new Uint8Array(), 'photo', 'empty'],
  ['an empty document', new Uint8Array(), 'document', 'empty'],
  ['a picture of 108 million points', saysItIs(12_000, 9_000), 'photo', 'tooManyPixels'],
  ['a picture that would fill all memory', saysItIs(65_535, 65_535), 'document', 'tooManyPixels'],
  ['a broken picture', saysItIs(9, 9), 'photo', 'unreadable'],
  ['a drawing', text('<?xml version="1.0"?><svg xmlns="x"/>'), 'photo', 'drawing'],
  ['a picture this browser cannot read', text(`\0\0\0\x18ftypheic${'\0'.repeat(99)}`), 'photo', 'unreadable'],
  ['a text taken for a photo', text('Bonjour'), 'businessCard', 'unreadable'],
  ['a document past 20 MB', new Uint8Array(20_000_001), 'document', 'tooLarge'],
] as const)('%s is not taken, and it is said why', async (_, bytes, wanted, why) => {
  expect(await preparedFile(file([bytes as BlobPart], 'x'), wanted, 'Photo')).toEqual({ why })
})

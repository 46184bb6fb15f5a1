/** What the first bytes of a picture tell of it. `pixels`: width × height, where they say. */
export type PictureHeader = { readonly format: PictureFormat; readonly pixels?: number }
export type PictureFormat = 'jpeg' | 'png' | 'gif' | 'webp' | 'heif' | 'svg'

const text = (bytes: Uint8Array, from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to))
const starts = (bytes: Uint8Array, ...first: number[]) => first.every((byte, at) => bytes[at] === byte)

/** Frame headers of JPEG, the only segments with a size; C4, C8 and CC are something else. */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)

const jpegPixels = (bytes: Uint8Array, view: DataView): number | undefined => {
  for (let at = 2; at + 9 < bytes.length && bytes[at] === 0xff; at += 2 + view.getUint16(at + 2))
    if (isFrame(bytes[at + 1] ?? 0)) return view.getUint16(at + 5) * view.getUint16(at + 7)
  return undefined
}

const webpPixels = (bytes: Uint8Array, view: DataView): number | undefined => {
  const kind = text(bytes, 12, 16)
  if (kind === 'VP8X') return ((view.getUint32(24, true) & 0xffffff) + 1) * ((view.getUint32(27, true) & 0xffffff) + 1)
  if (kind === 'VP8 ') return (view.getUint16(26, true) & 0x3fff) * (view.getUint16(28, true) & 0x3fff)
  const packed = view.getUint32(21, true)
  return kind === 'VP8L' ? ((packed & 0x3fff) + 1) * (((packed >> 14) & 0x3fff) + 1) : undefined
}

/** Drawings with scripts begin like any XML; HEIC and AVIF pictures like any MP4, with a brand of their own. */
const isSvg = (bytes: Uint8Array) =>
  /^\s*(?:<\?xml|<!--|<!doctype svg|<svg)/i.test(text(bytes, 0, 200)) && /<svg/i.test(text(bytes, 0, 4_000))
const isHeif = (bytes: Uint8Array) =>
  text(bytes, 4, 8) === 'ftyp' && /^(?:hei|hev|mif|msf|avi)/.test(text(bytes, 8, 12))

const known = (format: PictureFormat, pixels: number | undefined): PictureHeader =>
  pixels === undefined ? { format } : { format, pixels }

/** Undefined for what is no picture. `bytes`: from the first on; 64 KiB are enough. */
export const pictureHeader = (bytes: Uint8Array): PictureHeader | undefined => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (isSvg(bytes)) return { format: 'svg' }
  if (bytes.length < 32) return undefined
  if (starts(bytes, 0xff, 0xd8, 0xff)) return known('jpeg', jpegPixels(bytes, view))
  if (starts(bytes, 0x89, 0x50, 0x4e, 0x47)) return known('png', view.getUint32(16) * view.getUint32(20))
  if (text(bytes, 0, 4) === 'GIF8') return known('gif', view.getUint16(6, true) * view.getUint16(8, true))
  if (text(bytes, 0, 4) === 'RIFF' && text(bytes, 8, 12) === 'WEBP') return known('webp', webpPixels(bytes, view))
  return isHeif(bytes) ? { format: 'heif' } : undefined
}

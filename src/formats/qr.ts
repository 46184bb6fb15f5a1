import { toSvgPath } from 'lean-qr/extras/svg'
import { correction, generate } from 'lean-qr/nano'

/** Light squares that must stand around a code for it to be found (ISO/IEC 18004). */
export const quietZone = 4

/** A QR code as the path of an SVG, one unit a square, without its quiet zone; a seventh of it may be dirty. */
export const qrDrawing = (text: string): { size: number; path: string } => {
  const code = generate(text, { minCorrectionLevel: correction.M })
  return { size: code.size, path: toSvgPath(code) }
}

import { screen } from '@testing-library/preact'
import jsQR from 'jsqr'
import { expect, test } from 'vitest'
import { QrCode } from '../../../src/ui/team/qr-code.tsx'
import { renderIn } from '../render-app.tsx'

/** What a camera would see of a drawing, so many pixels a side. */
const photograph = async (drawing: Element, side: number) => {
  const { backgroundColor, fill } = getComputedStyle(drawing)
  const copy = drawing.cloneNode(true) as SVGElement
  copy.setAttribute('width', String(side))
  copy.setAttribute('height', String(side))
  copy.setAttribute('fill', fill)
  const image = new Image()
  image.src = `data:image/svg+xml,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`
  await image.decode()
  const canvas = new OffscreenCanvas(side, side)
  const context = canvas.getContext('2d')
  if (!context) throw new Error('No canvas')
  context.fillStyle = backgroundColor
  context.fillRect(0, 0, side, side)
  context.drawImage(image, 0, 0)
  return context.getImageData(0, 0, side, side).data
}

test.each(['auto', 'dark', 'sun'])(
  'a camera reads the whole link from the screen in the theme « %s »',
  async (theme) => {
    document.documentElement.dataset.theme = theme
    for (const host of ['localhost:8787', 'maillage.campus-des-metiers-et-des-qualifications.example']) {
      const link = `https://${host}/entrer#${'Kd-9_'.repeat(9).slice(0, 43)}`
      const { view } = await renderIn(<QrCode link={link} />)
      const seen = await photograph(screen.getByRole('img', { name: /Image à viser/ }), 290)
      expect(jsQR(seen, 290, 290, { inversionAttempts: 'dontInvert' })?.data).toBe(link)
      view.unmount()
    }
    delete document.documentElement.dataset.theme
  },
)

import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { chromium } from 'playwright'
import { CHROMIUM_ARGS, findChromium } from '../tests/e2e/chromium.ts'

// usage: make-icons.ts     draws public/icons/*.png from public/favicon.svg
const ICONS = [
  { name: 'icon-192', size: 192, corner: true, scale: 1 },
  { name: 'icon-512', size: 512, corner: true, scale: 1 },
  // A system may cut these to any shape inside the middle 80 %: paper to the edge, the mark well within.
  { name: 'maskable-192', size: 192, corner: false, scale: 0.82 },
  { name: 'maskable-512', size: 512, corner: false, scale: 0.82 },
  { name: 'apple-touch-180', size: 180, corner: false, scale: 0.95 },
]

const publicDir = resolve(import.meta.dirname, '../public')
const svg = await readFile(join(publicDir, 'favicon.svg'), 'utf8')
const browser = await chromium.launch({ executablePath: findChromium(), args: CHROMIUM_ARGS })
const page = await browser.newPage({ colorScheme: 'light' })
await mkdir(join(publicDir, 'icons'), { recursive: true })

for (const { name, size, corner, scale } of ICONS) {
  await page.setViewportSize({ width: size, height: size })
  await page.setContent(`<style>body{margin:0}svg{display:block;width:100vw;height:100vh}</style>${svg}`)
  await page.evaluate(
    ({ corner, scale }) => {
      if (!corner) document.querySelector('rect')?.setAttribute('rx', '0')
      const mark = document.querySelector('g.mark')
      mark?.setAttribute('transform', `translate(256 256) scale(${scale}) translate(-260 -256)`)
    },
    { corner, scale },
  )
  await writeFile(join(publicDir, 'icons', `${name}.png`), await page.screenshot({ omitBackground: corner }))
}
await browser.close()

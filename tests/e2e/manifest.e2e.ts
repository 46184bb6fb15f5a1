import { afterAll, beforeAll, expect, test } from 'vitest'
import { type RunningServer, startServer } from './app-server.ts'
import { type Phone, takePhone } from './phone.ts'

let server: RunningServer
let phone: Phone
beforeAll(async () => {
  server = await startServer()
  phone = await takePhone(server.url)
})
afterAll(async () => {
  await phone.discard()
  await server.kill()
})

type Image = { src: string; sizes: string; type: string; purpose?: string; form_factor?: string }
type Manifest = { icons: Image[]; screenshots: Image[]; shortcuts: { name: string; url: string; icons: Image[] }[] }
const manifest = async (): Promise<Manifest> => {
  const link = await phone.page.locator('link[rel="manifest"]').getAttribute('href')
  return (await fetch(new URL(link ?? '', server.url))).json() as Promise<Manifest>
}
/** What the browser makes of an image. */
const seen = (src: string) =>
  phone.page.evaluate(async (src) => {
    const reply = await fetch(src)
    const image = new Image()
    image.src = src
    await image.decode()
    const type = reply.headers.get('content-type')?.split(';')[0]
    return { status: reply.status, type, sizes: `${image.naturalWidth}x${image.naturalHeight}` }
  }, src)

test('every picture that a phone is told of when it installs the app is there, and as large as it says', async () => {
  const { icons, screenshots, shortcuts } = await manifest()
  for (const { src, sizes, type } of [...icons, ...screenshots, ...shortcuts.flatMap(({ icons }) => icons)])
    expect(await seen(src), src).toEqual({ status: 200, type, sizes: sizes === 'any' ? expect.any(String) : sizes })
  const square = (purpose: string) => icons.filter((icon) => icon.purpose === purpose).map(({ sizes }) => sizes)
  expect(square('maskable')).toContain('512x512')
  expect(square('any')).toEqual(expect.arrayContaining(['192x192', '512x512']))
  expect(new Set(screenshots.map(({ form_factor }) => form_factor))).toEqual(new Set(['narrow', 'wide']))
})

test('the first shortcut of the icon opens the sheet with its name field focused', async () => {
  const [first] = (await manifest()).shortcuts
  expect(first?.name).toBe('Ajouter un contact')
  await phone.page.goto(server.url + first?.url)
  await phone.page.locator('#capture-name:focus').waitFor()
})

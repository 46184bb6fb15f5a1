import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { needed, onPath } from '../../programs.ts'
import { type Browser, phoneSize } from './browser.ts'
import { startProgram } from './program.ts'
import { driveByHttp } from './webdriver.ts'

/** The small browser that WebKitGTK comes with. */
const findMiniBrowser = () => {
  const libraries = readdirSync('/usr/lib').filter((name) => name.endsWith('-linux-gnu'))
  const folders = libraries.map((name) => join('/usr/lib', name, 'webkit2gtk-4.1'))
  return folders.map((folder) => join(folder, 'MiniBrowser')).find((path) => existsSync(path))
}

const freePort = async (): Promise<number> => {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

const isListening = async (server: string): Promise<void> => {
  for (let tries = 0; tries < 100; tries += 1) {
    if (
      await fetch(`${server}/status`)
        .then(({ ok }) => ok)
        .catch(() => false)
    )
      return
    await new Promise((done) => setTimeout(done, 100))
  }
  throw new Error('WebKitWebDriver does not listen')
}

/** WebKitGTK on a screen in memory. Driven, it keeps its profile in memory too: it cannot be started again on it. */
export const startWebKit = async (): Promise<Browser> => {
  const driver = needed(() => onPath('WebKitWebDriver'), 'webkit2gtk-driver')
  const binary = needed(findMiniBrowser, 'libwebkit2gtk-4.1-0')
  const xvfb = needed(() => onPath('Xvfb'), 'xvfb')
  const home = mkdtempSync(join(tmpdir(), 'maillage-webkit-'))
  const screen = startProgram(xvfb, ['-displayfd', '3', '-screen', '0', '1024x900x24', '-nolisten', 'tcp'])
  const display = `:${await screen.firstLine()}`
  const port = await freePort()
  const env = { DISPLAY: display, GDK_BACKEND: 'x11', HOME: home, XDG_RUNTIME_DIR: home }
  const service = startProgram(driver, [`--port=${port}`], env)
  const server = `http://127.0.0.1:${port}`
  await isListening(server)
  const drive = await driveByHttp(server, {
    browserName: 'MiniBrowser',
    'webkitgtk:browserOptions': { binary, args: ['--automation'] },
  })
  await drive('resize', phoneSize)
  return {
    drive,
    discard: async () => {
      await service.kill()
      await screen.kill()
      rmSync(home, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

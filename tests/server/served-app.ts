import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type RunningServer, type ServerOptions, startServer } from '../e2e/app-server.ts'

const PAGE = `<!doctype html><script>document.documentElement.lang = 'fr'</script><script type="module" src="/assets/main-abcdef12.js"></script>`

export interface ServedApp extends RunningServer {
  appDir: string
  write(path: string, text: string): void
  close(): Promise<void>
}

/** The server of the sources, in a process of its own, over a small made-up build. */
export async function serveApp(options: ServerOptions = {}): Promise<ServedApp> {
  const folder = mkdtempSync(join(tmpdir(), 'maillage-'))
  const appDir = join(folder, 'app')
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(appDir, path)), { recursive: true })
    writeFileSync(join(appDir, path), text)
  }
  write('index.html', PAGE)
  write('sw.js', '// worker')
  write('manifest.webmanifest', '{}')
  write('assets/main-abcdef12.js', `console.log('${'maillage '.repeat(500)}')`)
  write('.vite/manifest.json', '{}')
  writeFileSync(join(folder, 'secret.txt'), 'secret')
  const server = await startServer({ appDir, command: ['--import', 'tsx', 'src/server/main.ts'], ...options })
  const close = async () => {
    await server.kill()
    rmSync(folder, { recursive: true, force: true })
  }
  return { ...server, appDir, write, close }
}

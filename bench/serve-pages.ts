import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, resolve } from 'node:path'
import { build } from 'vite'

const types: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript' }

const inputs = [
  'save.html',
  'plain-list.html',
  'plain-worker.ts',
  'bare-sync.html',
  'our-sync.html',
  'bare-open.html',
  'our-open.html',
]

/** Bundles the pages of bench/pages into a folder, as the app is bundled, each into a script of its own. */
export const bundlePages = async (folder: string): Promise<void> => {
  const root = resolve(import.meta.dirname, 'pages')
  for (const name of inputs)
    await build({
      root,
      configFile: false,
      logLevel: 'warn',
      build: {
        outDir: folder,
        emptyOutDir: false,
        target: 'es2022',
        modulePreload: { polyfill: false },
        rolldownOptions: {
          input: join(root, name),
          output: { entryFileNames: '[name].js' },
        },
      },
    })
}

/** The pages, bundled and served on loopback. */
export const servePages = async (folder: string): Promise<{ url: string; stop: () => void }> => {
  await bundlePages(folder)
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname
    try {
      const body = readFileSync(join(folder, path))
      response.writeHead(200, { 'Content-Type': types[extname(path)] ?? 'application/octet-stream' }).end(body)
    } catch {
      response.writeHead(404).end()
    }
  })
  await new Promise<void>((done) => server.listen(0, 'localhost', done))
  const stop = () => {
    server.closeAllConnections()
    server.close()
  }
  return { url: `http://localhost:${(server.address() as AddressInfo).port}`, stop }
}

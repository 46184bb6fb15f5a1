import { readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, resolve } from 'node:path'
import { build } from 'vite'

const types: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript' }

/** Scripts whose page shows nothing. */
const scripts = ['save', 'bare-sync', 'our-sync', 'bare-open', 'our-open']
const pageOf = (script: string) => `<!doctype html>
<html lang="fr">
  <head>
    <meta charset="utf-8">
    <title>${script}</title>
    <script type="module" src="./${script}.js"></script>
  </head>
</html>
`

/** Bundles the pages of bench/pages into a folder, as the app is bundled, each into a script of its own. */
export const bundlePages = async (folder: string): Promise<void> => {
  const root = resolve(import.meta.dirname, 'pages')
  for (const name of ['plain-list.html', 'plain-worker.ts', ...scripts.map((script) => `${script}.ts`)])
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
  for (const script of scripts) writeFileSync(join(folder, `${script}.html`), pageOf(script))
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

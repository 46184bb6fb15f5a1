import { getRequestListener } from '@hono/node-server'
import type { Plugin, ViteDevServer } from 'vite'

type Http = typeof import('../src/server/http.ts')
type Opening = typeof import('../src/server/open-house.ts')

/** In development the real server answers /api inside Vite, from its sources, with its data in var/dev. */
export function devApi(): Plugin {
  return {
    name: 'maillage-dev-api',
    apply: 'serve',
    async configureServer(vite) {
      const address = () => vite.resolvedUrls?.local[0]?.replace(/\/$/, '') ?? 'http://localhost:5173'
      const { openHouse } = (await vite.ssrLoadModule('/src/server/open-house.ts')) as Opening
      const opened = await openHouse({ dataDir: 'var/dev' }, address)
      const current = appOf(vite, opened)
      const listen = getRequestListener(async (request, env) => (await current()).fetch(request, env))
      vite.middlewares.use((request, response, next) => {
        if (request.url?.startsWith('/api/')) listen(request, response).catch(next)
        else next()
      })
      const { printUrls } = vite
      vite.printUrls = () => {
        printUrls()
        opened.tellSetUp().catch(console.error)
      }
      vite.httpServer?.once('close', () => void opened.close())
    },
  }
}

/** The app of the sources as they are now; what it is given stays. */
function appOf(vite: ViteDevServer, { parts }: Awaited<ReturnType<Opening['openHouse']>>) {
  let [made, from]: [ReturnType<Http['createApp']> | undefined, Http | undefined] = [undefined, undefined]
  return async () => {
    const http = (await vite.ssrLoadModule('/src/server/http.ts')) as Http
    if (!made || http !== from) [made, from] = [http.createApp({ appDir: 'dist/app', ...parts }), http]
    return made
  }
}

import { getRequestListener } from '@hono/node-server'
import type { Plugin } from 'vite'

/** In development the real server answers /api inside Vite, from its sources. */
export function devApi(): Plugin {
  return {
    name: 'maillage-dev-api',
    apply: 'serve',
    configureServer(vite) {
      const listen = getRequestListener(async (request) => {
        const { createApp } = (await vite.ssrLoadModule(
          '/src/server/http.ts',
        )) as typeof import('../src/server/http.ts')
        return createApp({ appDir: 'dist/app' }).fetch(request)
      })
      vite.middlewares.use((request, response, next) => {
        if (request.url?.startsWith('/api/')) listen(request, response).catch(next)
        else next()
      })
    },
  }
}

/// <reference lib="webworker" />
import { addPlugins, createHandlerBoundToURL, type PrecacheEntry, precacheAndRoute } from 'workbox-precaching'
import { NavigationRoute, registerRoute } from 'workbox-routing'
import { onlyWhatWasBuilt } from './only-what-was-built.ts'

declare const self: ServiceWorkerGlobalScope & { __WB_MANIFEST: PrecacheEntry[] }

addPlugins([onlyWhatWasBuilt])
precacheAndRoute(self.__WB_MANIFEST)
registerRoute(new NavigationRoute(createHandlerBoundToURL('index.html'), { denylist: [/^\/api\//, /^[^?]*\./] }))

self.addEventListener('message', (event) => {
  if (event.data?.type === 'SKIP_WAITING') event.waitUntil(self.skipWaiting())
})

// Only the first worker of all takes over open pages: the first visit is then ready for offline. Later ones wait to be asked.
let isFirst = false
self.addEventListener('install', () => {
  isFirst = self.registration.active === null
})
self.addEventListener('activate', (event) => {
  if (isFirst) event.waitUntil(self.clients.claim())
})

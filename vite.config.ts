import preact from '@preact/preset-vite'
import { defineConfig } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'
import { buildId } from './build/build-id.ts'
import { devApi } from './build/dev-api.ts'
import { sealPrecache } from './build/seal-precache.ts'
import { webManifest } from './build/web-manifest.ts'

const appDir = process.env.MAILLAGE_APP_OUT ?? 'dist/app'

export default defineConfig({
  define: { __VERSION__: JSON.stringify(buildId(import.meta.dirname)) },
  // Dexie's own entry leads to its build for browsers of 2015, a tenth heavier.
  resolve: { alias: [{ find: /^dexie$/, replacement: 'dexie/dist/modern/dexie.mjs' }] },
  plugins: [
    preact(),
    devApi(),
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'sw',
      filename: 'sw.ts',
      outDir: appDir,
      registerType: 'prompt',
      injectRegister: false,
      manifest: webManifest(import.meta.dirname),
      includeManifestIcons: false,
      injectManifest: {
        target: 'es2022',
        globPatterns: ['index.html', 'manifest.webmanifest', 'favicon.svg', 'assets/**/*.{js,css,svg,png,woff2,wasm}'],
        dontCacheBustURLsMatching: /^assets\//,
        maximumFileSizeToCacheInBytes: 1_000_000,
        manifestTransforms: [sealPrecache],
      },
    }),
  ],
  build: {
    outDir: appDir,
    target: 'es2022',
    manifest: true,
    sourcemap: false,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        codeSplitting: {
          // What seldom changes keeps its name when our own code does: an update then downloads a tenth.
          groups: [{ name: 'vendor', test: /node_modules.(preact|preact-iso|dexie|idb-keyval)[\\/]/ }],
        },
      },
    },
  },
  server: { port: 5173 },
})

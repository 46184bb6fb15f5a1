import preact from '@preact/preset-vite'
import { playwright } from '@vitest/browser-playwright'
import { defineConfig } from 'vitest/config'
import { CHROMIUM_ARGS, findChromium } from './tests/e2e/chromium.ts'

const long = process.env.MAILLAGE_LONG === '1'

const unit = {
  test: {
    name: 'unit',
    environment: 'node',
    include: [
      'tests/*.test.ts',
      'tests/{domain,protocol,online,i18n,formats,server,build,simulation,mutants,faults}/**/*.test.ts',
    ],
    sequence: { groupOrder: 0 },
  },
}

/** What the server does, kept in PostgreSQL as well. */
const postgres = {
  test: {
    name: 'postgres',
    environment: 'node',
    include: [
      'tests/server/{blobs,concurrency,convergence,deletion-brake,digest,earlier-changes,events,isolation,members,reply-room,row-room,sync,texts,tidy}.test.ts',
      'tests/server/entry/*.test.ts',
      'tests/postgres/*.test.ts',
    ],
    globalSetup: ['tests/postgres/one-cluster.ts'],
    testTimeout: 120_000,
    sequence: { groupOrder: 3 },
  },
}

const browser = {
  plugins: [preact({ prefreshEnabled: false })],
  optimizeDeps: {
    // Found in the middle of a run, a package would reload the page under the tests.
    include: [
      'preact',
      'preact/hooks',
      'preact/jsx-runtime',
      'preact/jsx-dev-runtime',
      'preact/test-utils',
      '@testing-library/preact',
      'dexie',
      'idb-keyval',
      'zod/mini',
      'workbox-window',
      'axe-core',
      'fast-check',
      'jsqr',
      'yjs',
      'lean-qr/nano',
      'lean-qr/extras/svg',
    ],
  },
  test: {
    name: 'browser',
    include: ['tests/{store,sync,examples,ui}/**/*.test.{ts,tsx}'],
    sequence: { groupOrder: 1 },
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      // An installed Chromium is looked for only when these tests are run: reading this file must install nothing.
      provider: playwright({
        launchOptions: {
          args: CHROMIUM_ARGS,
          get executablePath() {
            return findChromium()
          },
        },
      }),
      instances: [{ browser: 'chromium' as const, viewport: { width: 390, height: 844 } }],
    },
  },
}

const e2e = {
  test: {
    name: 'e2e',
    environment: 'node',
    include: long ? ['tests/e2e/**/*.long.ts'] : ['tests/e2e/**/*.e2e.ts'],
    globalSetup: ['tests/e2e/build-once.ts'],
    fileParallelism: false,
    testTimeout: long ? 1_800_000 : 120_000,
    hookTimeout: 180_000,
    sequence: { groupOrder: 2 },
  },
}

/** The main job in WebKit and Firefox. */
const engines = {
  test: {
    ...e2e.test,
    name: 'engines',
    include: ['tests/e2e/engines/*.engines.ts'],
    sequence: { groupOrder: 5 },
  },
}

/** Each fault of docs/faults.md that takes a real browser, a real server or a line that breaks. */
const faults = {
  test: {
    ...e2e.test,
    name: 'faults',
    include: ['tests/faults/*.faults.ts'],
    testTimeout: 300_000,
    sequence: { groupOrder: 6 },
  },
}

export default defineConfig({
  define: { __VERSION__: JSON.stringify('test') },
  test: {
    projects: [unit, browser, e2e, postgres, engines, faults].map((project) => ({
      extends: true as const,
      ...project,
    })),
    passWithNoTests: long,
  },
})

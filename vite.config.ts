import { createHash } from 'node:crypto'
import { basename, resolve } from 'node:path'
import preact from '@preact/preset-vite'
import { defineConfig } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'
import { buildId } from './build/build-id.ts'
import { devApi } from './build/dev-api.ts'
import { firstFiles } from './build/first-files.ts'
import { sealPrecache } from './build/seal-precache.ts'
import { shortPreload } from './build/short-preload.ts'
import { webManifest } from './build/web-manifest.ts'

/** Two or three letters that tell the style of one file from another's. */
const shortName = (file: string) =>
  createHash('sha256')
    .update(basename(file.split('?')[0] ?? file))
    .digest('base64url')
    .replace(/[-_]/g, '')
    .slice(0, 3)

const filesOf = (entry: string) => firstFiles(resolve(import.meta.dirname, entry))
const atContacts = filesOf('src/ui/pages/contacts.tsx')
/** All that starts the app, and what the two pages one arrives at share. */
const first = filesOf('src/main.tsx')
for (const file of filesOf('src/ui/pages/home.tsx')) if (atContacts.has(file)) first.add(file)
// Parts of a few lines that later parts share with Contacts: each alone would be a request, and a fifth of it words.
for (const file of [
  'i18n/figures.ts',
  'ui/app/use-index.ts',
  'store/filter-names.ts',
  'ui/parts/line.module.css',
  'ui/parts/notice.module.css',
  'ui/parts/text.module.css',
  'ui/parts/tabs.tsx',
  'ui/parts/tabs.module.css',
])
  first.add(resolve(import.meta.dirname, 'src', file))

const appDir = process.env.MAILLAGE_APP_OUT ?? 'dist/app'

export default defineConfig({
  define: { __VERSION__: JSON.stringify(buildId(import.meta.dirname)) },
  // Dexie's own entry leads to its build for browsers of 2015, a tenth heavier.
  resolve: { alias: [{ find: /^dexie$/, replacement: 'dexie/dist/modern/dexie.min.mjs' }] },
  plugins: [
    preact(),
    devApi(),
    shortPreload(),
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
  css: {
    // Short names: they are in the first download twice.
    modules: { generateScopedName: (name, file) => `${name}-${shortName(file)}` },
  },
  build: {
    outDir: appDir,
    target: 'es2022',
    manifest: true,
    sourcemap: false,
    // One sheet for all: a tenth of the first download, and parts that come later bring no look of their own.
    cssCodeSplit: false,
    // Half a kilobyte less on the first route than the built-in one.
    minify: 'terser',
    terserOptions: {
      module: true,
      compress: { passes: 3, ecma: 2020, pure_getters: true },
      format: { comments: false },
    },
    modulePreload: {
      polyfill: false,
      // The page names its own files; a part asks for what it needs when it is asked for, all of it being at hand offline.
      resolveDependencies: (_file, needed, { hostType }) => (hostType === 'html' ? needed : []),
    },
    rolldownOptions: {
      // The entry exports nothing: what pages share with it may stay in it, and is one request less.
      preserveEntrySignatures: false,
      output: {
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [
            // What seldom changes keeps its name when our own code does: an update then downloads half.
            { name: 'vendor', test: /node_modules.(preact|dexie|idb-keyval)[\\/]|rolldown.runtime|preload-helper/ },
            // One file for all that starts the app, or what later parts share with it would be requests of their own.
            { name: 'first', test: (id) => first.has(id.split('?')[0] ?? id) },
            {
              name: 'soon',
              test: /ui.app.(after-paint|undone|problem-page|examples-band|other-places)|ui.pages.(not-found|other-lists)|i18n.fr.(lines|undo)\.|ui.install.(install-state|use-install-state|install-hint)|store.(storage-state|begin-log|last-problems|prose|held-text|write|grouped)\.|protocol.(text-change|fields|schema-version)\.|domain.(whole-catalog|records.(ask|attachment|need|formation|intervention|job-offer|member|placement|sponsorship|tax|training-period|visitor-count)|lists.levels)\.|domain.folded-digits\.|ui.parts.insecure\.|ui.update.(updates|update-line|watch-updates|missing-parts|version)|ui.capture.(contact-point-check|contact-edits|known-organisations|event-offer)|ui.event.use-presence|store.choose-event\.|i18n.fr.event\.|identifiers.(contact-point|email|email-address|phone|phone-number|phone-show|one-slip|exponent)\.|i18n.long-dates\.|domain.(merged-into|lists.(space-kinds|publics))\.|store.saved\.|ui.parts.(more-icons|name-field)|ui.app.use-enrolment\.|workbox-window/,
            },
            {
              name: 'office',
              test: /ui.pages.(pilotage|trash|settings|install|figure|count-table|month-bars|deleted-rows)|ui.install.ios-steps|domain.indicators|src.ui.lists[\\/]|store.(filters|filter-choices|diagnostic|list-index|solicitation)\.|domain.(candidates|tutoring)\.|i18n.fr.(lists|solicitation|pilotage|trash|settings|install)\./,
            },
            {
              name: 'sync',
              test: /src.sync[\\/]|src.protocol.(sync-message|packed|blob-message|our-answer|change|received|row-digest)\.|store.(receive|receive-texts|heard|sync-marks|sync-state|pending-entry|check|forget-deleted|forget-blobs|end-held)\.|node_modules.zod[\\/]/,
            },
            {
              name: 'state',
              test: /src.ui.sync[\\/](?!not-sent-yet)|ui.entry.(why-not|entry.module)|i18n.fr.(sync|online)\.|ui.parts.hand-file|store.(standing|outbox|refused|offers|blobs|network-kind|sha|trash|deleted-together)\.|protocol.trash-term/,
            },
            {
              name: 'acts',
              test: /src.acts\.|store.(leave|other-spaces|enrolled-spaces|space-news)\./,
            },
            {
              name: 'event',
              test: /src.ui.(event|home)[\\/]|ui.attachments.attachments-later|ui.parts.(check-circle|link)|src.ui.(app.use-(team|last)|resume-path|begun-from|request.request-path)|store.(todo|news|team)\.|i18n.fr.(agenda|teamwork|news|versions)\./,
            },
            {
              name: 'files',
              test: /src.ui.attachments[\\/](?!attachments-later)|domain.(media-types|picture-header)\.|store.(attach|attachments-of)\.|i18n.fr.attachments\.|ui.pages.size-in-words/,
            },
            // Only who writes in a text with others, or has words waiting in one, ever needs it.
            {
              name: 'prose',
              test: /node_modules.(yjs|lib0)[\\/]|protocol.(text-doc|text-difference|cut-update|base64)\.|store.(text-edits|typing)\./,
            },
            { name: 'online', test: /src.online[\\/]|protocol.entry-message|domain.answer\./ },
            { name: 'qr', test: /formats.qr\.|ui.team.qr-code|node_modules.lean-qr/ },
            {
              name: 'entry',
              test: /src.ui.(entry|team)[\\/]|ui.pages.(enter|team)\.|i18n.fr.(entry|team|online)\./,
            },
            // How each kind of field is typed and shown; forms and pages are made of it.
            {
              name: 'fields',
              test: /ui.record.(collect|combobox|doubt|draft-title|face|faces|field-editor|group-names|link-targets|member-input|pills|read-moment|read-number|readings|shown-value|starting-values|typed|(choice|line|link|tags)-input|use-form-draft)\.|ui.parts.badge|i18n.fr.(record|doubt)\.|identifiers.(rules|siret|siren|uai|naf|rncp|postcode|commune-code|luhn|bare)\./,
            },
            {
              name: 'record',
              test: /src.ui.(record|twins|request)[\\/]|ui.sync.not-sent-yet|store.(twins|in-contact|last-contact)\.|domain.(twins|name-core)|src.formats[\\/]|i18n.fr.twins\./,
            },
          ],
        },
      },
    },
  },
  server: { port: 5173 },
})

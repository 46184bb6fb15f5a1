import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ManifestOptions } from 'vite-plugin-pwa'

type Screenshot = { src: string; sizes: string; type: string; form_factor: 'narrow' | 'wide' }

/** What a phone reads when it installs the app. Screenshots are those that stand in public/screenshots. */
export function webManifest(root: string): Partial<ManifestOptions> {
  return {
    id: '/',
    name: 'Maillage',
    short_name: 'Maillage',
    description: 'Le carnet de terrain qui marche sans réseau : contacts, structures, échanges et événements.',
    start_url: '/?s=pwa',
    scope: '/',
    display: 'standalone',
    lang: 'fr',
    dir: 'ltr',
    theme_color: '#fbfaf7',
    background_color: '#fbfaf7',
    categories: ['business', 'education', 'productivity'],
    icons: [
      { src: '/icons/icon-192.png', sizes: '192x192', type: 'image/png', purpose: 'any' },
      { src: '/icons/icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'any' },
      { src: '/icons/maskable-192.png', sizes: '192x192', type: 'image/png', purpose: 'maskable' },
      { src: '/icons/maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
      { src: '/favicon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
    ],
    shortcuts: [
      { name: 'Ajouter un contact', short_name: 'Ajouter', url: '/?ajouter=1', icons: [shortcutIcon] },
      { name: 'Agenda', url: '/agenda', icons: [shortcutIcon] },
    ],
    screenshots: screenshots(join(root, 'public/screenshots')),
  }
}

const shortcutIcon = { src: '/icons/icon-192.png', sizes: '192x192', type: 'image/png' }

function screenshots(folder: string): Screenshot[] {
  if (!existsSync(folder)) return []
  const names = readdirSync(folder).filter((name) => name.endsWith('.png'))
  return names.sort().map((name) => {
    const { width, height } = pngSize(readFileSync(join(folder, name)))
    const form_factor = width > height ? 'wide' : 'narrow'
    return { src: `/screenshots/${name}`, sizes: `${width}x${height}`, type: 'image/png', form_factor }
  })
}

/** Width and height stand at fixed places of a PNG's first block. */
function pngSize(png: Buffer): { width: number; height: number } {
  return { width: png.readUInt32BE(16), height: png.readUInt32BE(20) }
}

import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { findOrInstall, onPath } from '../programs.ts'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

export const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--disable-dev-shm-usage',
  '--disable-gpu',
  '--disable-background-networking',
]

/** Path of a Chromium that can be driven: the one named, the system's, Debian's package, or else the runner's download. */
export function findChromium(): string {
  return process.env.MAILLAGE_CHROMIUM ?? findOrInstall(() => onPath(...NAMES), 'chromium') ?? fromRunner()
}

function fromRunner(): string {
  const require = createRequire(import.meta.url)
  const { chromium } = require('playwright') as typeof import('playwright')
  if (!existsSync(chromium.executablePath())) {
    const cli = join(dirname(require.resolve('playwright/package.json')), 'cli.js')
    execFileSync(process.execPath, [cli, 'install', 'chromium'], { stdio: 'inherit' })
  }
  return chromium.executablePath()
}

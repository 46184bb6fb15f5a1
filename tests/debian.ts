import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'

/** Installs Debian's packages where that may be done: as root, on Debian. Whether it was. */
export function installFromDebian(...packages: string[]): boolean {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return false
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  try {
    execFileSync('apt-get', ['update', '-qq'], { stdio: 'ignore', env })
    execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], { stdio: 'ignore', env })
    return true
  } catch {
    return false
  }
}

import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { needed, onPath } from '../../programs.ts'
import { type Browser, phoneSize } from './browser.ts'
import { startProgram } from './program.ts'
import { driveByMarionette } from './webdriver.ts'

/** What no profile for tests does without: a port of its choice, no pages of its own, no offer of a safe mode after kills. */
const settings = {
  'marionette.port': 0,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.page': 0,
  'datareporting.policy.dataSubmissionEnabled': false,
  'intl.accept_languages': 'fr-FR, fr',
  'toolkit.startup.max_resumed_crashes': -1,
}

const portFile = 'MarionetteActivePort'

/** What a file of the profile holds that answers to the pattern, once Firefox has written it. */
const written = async (profile: string, file: string, pattern: RegExp): Promise<string> => {
  for (let tries = 0; tries < 300; tries += 1) {
    const path = join(profile, file)
    const found = existsSync(path) && pattern.exec(readFileSync(path, 'utf8'))?.[0]
    if (found) return found
    await new Promise((done) => setTimeout(done, 100))
  }
  throw new Error(`Firefox does not write ${file}`)
}

/** Firefox without a window. Killed, it starts again on the same profile. */
export const startFirefox = async (): Promise<Browser> => startOn(mkdtempSync(join(tmpdir(), 'maillage-firefox-')))

const startOn = async (profile: string): Promise<Browser> => {
  const path = needed(() => onPath('firefox-esr', 'firefox'), 'firefox-esr')
  const lines = Object.entries(settings).map(([name, value]) => `user_pref("${name}", ${JSON.stringify(value)});`)
  writeFileSync(join(profile, 'user.js'), lines.join('\n'))
  rmSync(join(profile, portFile), { force: true })
  const program = startProgram(path, ['--headless', '--marionette', '--no-remote', '--profile', profile], {
    HOME: profile,
  })
  const drive = await driveByMarionette(Number(await written(profile, portFile, /^\d+/)))
  await drive('resize', phoneSize)
  return {
    drive,
    relaunch: async () => {
      // It puts down which workers it has five seconds after one came; before that a kill forgets them.
      await written(profile, 'serviceworker.txt', /sw\.js/)
      await program.kill()
      return startOn(profile)
    },
    discard: async () => {
      await program.kill()
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

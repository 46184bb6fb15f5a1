import type {} from '@vitest/browser-playwright'
import { cdp } from 'vitest/browser'

/** Runs with the browser's clock in this time zone, then gives it back its own. */
export const inTimeZone = async (timezoneId: string, run: () => Promise<void>) => {
  await cdp().send('Emulation.setTimezoneOverride', { timezoneId })
  try {
    await run()
  } finally {
    await cdp().send('Emulation.setTimezoneOverride', { timezoneId: '' })
  }
}

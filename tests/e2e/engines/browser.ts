import type { Driver } from './webdriver.ts'

export interface Browser {
  drive: Driver
  /** Killed as by a power cut and started again on the same profile, by an engine that can. */
  relaunch?: () => Promise<Browser>
  /** Ends it and forgets its profile. */
  discard(): Promise<void>
}

/** What is asked for: each engine has a least width of its own window, WebKit 447, Firefox 500. */
export const phoneSize = { width: 390, height: 844 }

import { cleanup, configure, render } from '@testing-library/preact'
import type { ComponentChildren } from 'preact'
import { afterAll, afterEach } from 'vitest'
import { type Language, loadTranslation, speak } from '../../src/i18n/language.ts'
import { openSpace } from '../../src/store/open.ts'
import type { Problem } from '../../src/store/problem.ts'
import { openSearchIndex } from '../../src/store/search-index.ts'
import type { Space } from '../../src/store/space.ts'
import type { Acts } from '../../src/ui/app/acts.ts'
import { type App, AppContext, type Notice, type Prefill } from '../../src/ui/app/app-context.ts'
import { LocationProvider } from '../../src/ui/app/location.tsx'
import '../../src/ui/style/base.css'

const opened = new Set<Space>()

/** A database of this test's own, removed after them all. */
export const testSpace = async (now?: () => number): Promise<Space> => {
  const space = await openSpace({ name: `test-${crypto.randomUUID()}`, ...(now && { now }) })
  opened.add(space)
  return space
}

// A machine that is busy may take its time; what never comes is still told.
configure({ asyncUtilTimeout: 10_000 })
afterEach(cleanup)
// Not after each test: what a page still reads would be cut off, and say so.
afterAll(async () => {
  await new Promise((done) => setTimeout(done, 50))
  for (const { db } of opened) {
    db.close()
    indexedDB.deleteDatabase(db.name)
  }
  opened.clear()
})

const offline = async () => ({ ok: false, why: 'no-network' }) as const
/** What an app far from any network can do. */
export const noActs: Acts = {
  syncNow: () => {},
  look: offline,
  enter: offline,
  invite: offline,
  invitations: offline,
  history: offline,
  held: offline,
  fetchBlob: offline,
  switchSpace: () => {},
}

type Given = {
  language?: Language
  space?: Space
  path?: string
  now?: () => number
  acts?: Partial<Acts>
  /** Whether the search index has been read when the part is shown; it has, unless said otherwise. */
  isIndexed?: boolean
}

/** Shows a part of the interface over a real database, and notes what it tells and asks of the app. */
export const renderIn = async (component: ComponentChildren, given: Given = {}) => {
  const { language = 'fr', space = await testSpace(given.now), path, isIndexed = true } = given
  if (path !== undefined) history.replaceState(null, '', path)
  const index = openSearchIndex(space)
  if (isIndexed) await index.refresh()
  const speech = speak(language, await loadTranslation(language))
  const notices: Notice[] = []
  const problems: Problem[] = []
  const captures: (Prefill | undefined)[] = []
  const app: App = {
    space,
    index,
    acts: { ...noActs, ...given.acts },
    speech,
    tell: (notice) => {
      if (notice) notices.push(notice)
    },
    fail: (problem) => problems.push(problem),
    openCapture: (prefill) => captures.push(prefill),
    setLanguage: () => {},
    enterExamples: () => {},
    leaveExamples: () => {},
  }
  const view = render(
    <AppContext.Provider value={app}>
      <LocationProvider>{component}</LocationProvider>
    </AppContext.Provider>,
  )
  return { space, index, speech, notices, problems, captures, view }
}

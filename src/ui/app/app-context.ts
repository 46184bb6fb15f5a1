import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Language, Speech } from '../../i18n/language.ts'
import type { Section, Words } from '../../i18n/section.ts'
import type { Problem } from '../../store/problem.ts'
import type { SearchIndex } from '../../store/search-index.ts'
import type { Space } from '../../store/space.ts'
import type { Acts } from './acts.ts'

/** One line told to the person after an act; `undo` takes the act back. */
export type Notice = {
  text: string
  /** Whom or what it is about, by name: it may be read on another page than the act was done. */
  of?: string | undefined
  act?: { word: string; run: () => void }
  /** It says that something was not done, and stays until it is read. */
  urgent?: boolean
}

/** What is known of a contact before it is typed. */
export type Prefill = Partial<Record<'name' | 'organisation' | 'contactPoint' | 'note', string>> & { draft?: string }

/** What every page is given. Pages read and write through `space` and never wait for anything else. */
export type App = {
  readonly space: Space
  readonly index: SearchIndex
  readonly acts: Acts
  readonly speech: Speech
  readonly tell: (notice: Notice | undefined) => void
  /** The store can no longer show or keep: said in place of the pages. */
  readonly fail: (problem: Problem) => void
  readonly openCapture: (prefill?: Prefill) => void
  readonly setLanguage: (language: Language) => void
  readonly enterExamples: () => void
  readonly leaveExamples: () => void
}

/** The line of what just happened, and where it is shown: on the page, or in the sheet that lies over it. */
export type Telling = {
  readonly notice?: Notice
  /** The sheet that was open when it was told. */
  readonly within?: string | undefined
  readonly dismiss: () => void
  /** The id of the open sheet; the page when undefined. */
  readonly host: string | undefined
  readonly setHost: (sheet: string | undefined) => void
}
export const TellingContext = createContext<Telling | undefined>(undefined)

export const AppContext = createContext<App | undefined>(undefined)
export const useApp = (): App => {
  const app = useContext(AppContext)
  if (!app) throw new Error('useApp outside of the app')
  return app
}
export const useWords = <N extends string, W extends Words>(section: Section<N, W>) => useApp().speech.words(section)

import { rememberProblem, watchProblems } from '../../store/last-problems.ts'
import type { Space } from '../../store/space.ts'
import { askToPersist } from '../../store/storage-state.ts'
import { capturePrompt } from '../install/install-state.ts'

/** What nobody waits for, fetched beside the first page: it hears the browser's offer to install and the faults. */
export const listenFromStart = (): void => {
  capturePrompt()
  watchProblems()
}

/** Once something is kept here, the browser is asked to let it be. */
export const afterFirstSave = (space: Space): void => void askToPersist(space)

export { rememberProblem }

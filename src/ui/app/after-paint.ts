import { beginLog } from '../../store/begin-log.ts'
import { rememberProblem, watchProblems } from '../../store/last-problems.ts'
import type { Space } from '../../store/space.ts'
import { askToPersist } from '../../store/storage-state.ts'
import { undoneText } from './undone.ts'

/** Once something is kept here, the browser is asked to let it be; where the space is left by then, at the next save. */
export const afterFirstSave = (space: Space): void => void askToPersist(space).catch(() => {})

export { beginLog, rememberProblem, undoneText, watchProblems }

import { UpdateLine, type UpdateWords } from './update-line.tsx'
import { watchUpdates } from './watch-updates.ts'

/** Looks for newer versions from when it is first drawn, and offers the one it finds. */
export const Updates = ({ words }: { words: UpdateWords }) => <UpdateLine updates={watchUpdates()} words={words} />

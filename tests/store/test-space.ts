import { onTestFinished } from 'vitest'
import { type Opening, openSpace } from '../../src/store/open.ts'
import type { Space } from '../../src/store/space.ts'

/** A space in a database of its own, gone when the test ends. */
export const testSpace = async (opening: Partial<Opening> = {}): Promise<Space> => {
  const space = await openSpace({ name: `test-${crypto.randomUUID()}`, ...opening })
  onTestFinished(async () => {
    space.db.close()
    await space.db.delete()
  })
  return space
}

/** The same space as another tab has it: a connection of its own. */
export const inAnotherTab = async (space: Space, opening: Partial<Opening> = {}): Promise<Space> => {
  const other = await openSpace({ name: space.db.name, install: space.install, ...opening })
  onTestFinished(() => other.db.close())
  return other
}

import type { Dexie } from 'dexie'
import { schemaVersion } from '../protocol/schema-version.ts'
import { StoreError } from './problem.ts'
import type { Birth, Mark, Space } from './space.ts'

const meta = <T>(db: Dexie) => db.table<T, string>('meta')

export const birthOf = (db: Dexie): Promise<Birth | undefined> => meta<Birth>(db).get('birth')

/** Throws where the data that was here is gone: a wiped database opens empty and answers like a new one. */
export const assertPresent = async ({ db, install }: Pick<Space, 'db' | 'install'>): Promise<void> => {
  const birth = await birthOf(db)
  if (birth?.install !== install) throw new StoreError('wiped')
}

/** As this tab last wrote it; another one may have raised it since. */
const lastRaised = new WeakMap<Space, Mark>()
export const lastMark = (space: Space): Mark | undefined => lastRaised.get(space)

/** The mark, inside the caller's transaction, when this build may still write here. */
export const writableMark = async (space: Space): Promise<Mark> => {
  const mark = await meta<Mark>(space.db).get('mark')
  if (mark?.install !== space.install) throw new StoreError('wiped')
  if (mark.minWriter > schemaVersion) throw new StoreError('outdated')
  return mark
}
/** Writes the mark, inside the caller's transaction. */
export const raiseMark = (space: Space, mark: Mark): PromiseLike<unknown> => {
  lastRaised.set(space, mark)
  return meta<Mark>(space.db).put(mark)
}

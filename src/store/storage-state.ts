import { note, notesOf } from './device-notes.ts'
import type { Space } from './space.ts'

/** What this part needs of the browser's storage manager; absent on an insecure address. */
type Manager = Pick<StorageManager, 'persist' | 'persisted' | 'estimate'>
const manager = (): Manager | undefined => navigator.storage as Manager | undefined

export type StorageState = {
  /** Whether the browser promises not to erase by itself; undefined where it does not say. */
  readonly persisted?: boolean
  /** In bytes. */
  readonly used?: number
  /** In bytes, still free for this app. */
  readonly room?: number
}

/** How safely and how much is stored; never fails, for it is asked by the page that helps when something failed. */
export const storageState = async (storage = manager()): Promise<StorageState> => {
  const [persisted, estimate] = await Promise.all([
    Promise.resolve(storage?.persisted?.()).catch(() => undefined),
    Promise.resolve(storage?.estimate?.()).catch(() => undefined),
  ])
  const { usage, quota } = estimate ?? {}
  return {
    ...(persisted !== undefined && { persisted }),
    ...(usage !== undefined && { used: usage }),
    ...(usage !== undefined && quota !== undefined && { room: Math.max(0, quota - usage) }),
  }
}

/** Asks the browser to keep what is here until the person erases it; whether it agreed. */
export const requestPersistence = async (storage = manager()): Promise<boolean> => {
  try {
    return (await storage?.persist?.()) ?? false
  } catch {
    return false
  }
}

/** After a save: asked once on this device, for a browser may put a question to the person. Examples are not worth it. */
export const askToPersist = async (space: Space, storage = manager()): Promise<void> => {
  if (space.kind === 'examples' || (await notesOf(space)).persistAsked) return
  await note(space, { persistAsked: true })
  await requestPersistence(storage)
}

import type { Space } from './space.ts'

/** What this device remembers for itself and never sends. */
export type DeviceNotes = {
  /** The event one stands at today, and the day it was chosen. */
  eventOfTheDay?: { event: string; day: string }
  myName?: string
  installHintDismissed?: boolean
  persistAsked?: boolean
  /** Pairs of records that look like one and are not, `id id`, the smaller first. */
  notTwins?: readonly string[]
  /** Photos and documents wait for a Wi-Fi. */
  filesOnWifi?: boolean
  /** Whose tasks Accueil and Agenda show; one's own when absent. */
  tasksOf?: 'team'
}

export const notesOf = async (space: Space): Promise<DeviceNotes> => {
  const row = await space.db.table<{ notes: DeviceNotes }, string>('meta').get('notes')
  return row?.notes ?? {}
}

/** An absent value in `changes` keeps what was noted; `undefined` forgets it. */
export const note = (space: Space, changes: { [N in keyof DeviceNotes]: DeviceNotes[N] | undefined }): Promise<void> =>
  space.db.transaction('rw', 'meta', async () => {
    const notes = { ...(await notesOf(space)), ...changes }
    await space.db.table('meta').put({ key: 'notes', notes })
  })

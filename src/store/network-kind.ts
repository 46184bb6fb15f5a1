import { notesOf } from './device-notes.ts'
import type { Space } from './space.ts'

/** What some phones tell of the network they are on. */
type Connection = EventTarget & { readonly type?: string }
const connection = (): Connection | undefined => (navigator as { connection?: Connection }).connection

/** Whether this phone tells a Wi-Fi from another network at all. */
export const canTellNetwork = (): boolean => connection()?.type !== undefined

/** Whether files may be sent now: the person may have said only over a Wi-Fi, on a phone that can tell. */
export const mayCarryFiles = async (space: Space): Promise<boolean> => {
  const type = connection()?.type
  if (type === undefined || type === 'wifi' || type === 'ethernet') return true
  return !(await notesOf(space)).filesOnWifi
}

/** Hears when the phone is on another network. Returns how to stop. */
export const onNetworkChange = (hear: () => void): (() => void) => {
  const known = connection()
  known?.addEventListener('change', hear)
  return () => known?.removeEventListener('change', hear)
}

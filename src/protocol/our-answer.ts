import { messageType } from './sync-message.ts'

/** Whether a `Content-Type` is that of our messages, whatever parameters follow it. */
export const isOurType = (header: string | null | undefined): boolean =>
  header?.split(';')[0]?.trim().toLowerCase() === messageType

/** Text that does not end, or is no JSON, is undefined. */
export const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

import { messageType, packedType } from './sync-message.ts'

type Header = string | null | undefined
const typeIn = (header: Header) => header?.split(';')[0]?.trim().toLowerCase()

/** Whether a `Content-Type` is that of our messages, whatever parameters follow it. */
export const isOurType = (header: Header): boolean => typeIn(header) === messageType
export const isPackedType = (header: Header): boolean => typeIn(header) === packedType
/** Whether an `Accept` names the packed form. */
export const takesPacked = (header: Header): boolean => header?.split(',').some(isPackedType) ?? false

/** Text that does not end, or is no JSON, is undefined. */
export const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

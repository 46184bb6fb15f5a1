/** How many letters and figures a short code has. */
export const codeLength = 10
const half = codeLength / 2

/**
 * A short code as it is read aloud, two fives, from whatever was typed; a pasted link gives its token, untouched.
 * `secret` is what to ask the server with; absent while `missing` signs are (below 0: there are too many).
 */
export const readCode = (typed: string): { shown: string; secret?: string; missing: number } => {
  const text = typed.trim()
  if (text.includes('#')) {
    const token = text.slice(text.lastIndexOf('#') + 1)
    return { shown: text, missing: 0, ...(token && { secret: token }) }
  }
  const bare = text.toUpperCase().replace(/[^A-Z0-9]/g, '')
  const missing = codeLength - bare.length
  const shown = bare.length > half ? `${bare.slice(0, half)}-${bare.slice(half)}` : bare
  return { shown, missing, ...(missing === 0 && { secret: shown }) }
}

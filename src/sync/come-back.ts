import type { Transport } from './answer.ts'

/**
 * Asks a second time when the server did not know this device, and knows it again. A `comeBack` that fails brought nobody
 * back. `known`: called when the server knows it after it did not, whoever brought it back.
 */
export const comingBack = (transport: Transport, comeBack: () => Promise<boolean>, known: () => void): Transport => {
  let isStranger = false
  return async (request, signal) => {
    const first = await transport(request, signal)
    if (first.kind === 'signed-out') isStranger = true
    const isBack = first.kind === 'signed-out' && (await comeBack().catch(() => false))
    const answer = isBack && !signal.aborted ? await transport(request, signal) : first
    if (isStranger && answer.kind === 'reply') {
      isStranger = false
      known()
    }
    return answer
  }
}

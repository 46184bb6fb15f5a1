import type { Transport } from './answer.ts'

/**
 * Asks a second time when the server did not know this device, and knows it again. `known`: called when it does after it
 * did not, whoever brought it back.
 */
export const comingBack = (transport: Transport, comeBack: () => Promise<boolean>, known: () => void): Transport => {
  let isStranger = false
  return async (request, signal) => {
    const first = await transport(request, signal)
    if (first.kind === 'signed-out') isStranger = true
    const answer = first.kind === 'signed-out' && (await comeBack()) ? await transport(request, signal) : first
    if (isStranger && answer.kind === 'reply') {
      isStranger = false
      known()
    }
    return answer
  }
}

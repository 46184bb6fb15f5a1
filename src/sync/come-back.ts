import type { Transport } from './answer.ts'

/** Asks a second time when the server did not know this device, and knows it again. */
export const comingBack =
  (transport: Transport, comeBack: () => Promise<boolean>): Transport =>
  async (request, signal) => {
    const answer = await transport(request, signal)
    return answer.kind === 'signed-out' && (await comeBack()) ? transport(request, signal) : answer
  }

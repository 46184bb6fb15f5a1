import { failure } from './failure.ts'
import type { House } from './house.ts'
import { type Asker, isMember } from './session.ts'

export type EventStreams = {
  /** Text for an open phone: `hello` at once, `news` when a colleague's change is there. @throws Failure `not-found`. */
  open(campus: string, asker: Asker): Promise<ReadableStream<Uint8Array>>
  closeAll(): void
}

/** `beat`: how often a word keeps the line open, and session and epoch are looked at again, in ms. */
export const openEventStreams = (house: House, beat = 25_000): EventStreams => {
  const open = new Set<() => void>()
  const epochOf = (campus: string) => house.ledger.read(campus, (at) => at.epoch())
  const stream = (campus: string, asker: Asker, epoch: string) => {
    let end = () => {}
    return new ReadableStream<Uint8Array>({
      start: (out) => {
        const say = (text: string) => out.enqueue(new TextEncoder().encode(text))
        const news = (seq: number) => say(`event: news\ndata: ${JSON.stringify({ seq })}\n\n`)
        const deaf = house.pokes.listen({ campus, device: asker.device, hear: news })
        const timer = setInterval(async () => {
          // After a restore the line ends too: who opens it anew asks what there is, and brings what was lost.
          const isSame = async () => (await isMember(house, campus, asker)) && (await epochOf(campus)) === epoch
          const isStill = await isSame().catch(() => false)
          if (!open.has(close)) return
          if (isStill) say(': here\n\n')
          else close()
        }, beat)
        end = () => {
          clearInterval(timer)
          deaf()
          open.delete(close)
        }
        const close = () => {
          end()
          out.close()
        }
        open.add(close)
        say('event: hello\ndata: {}\n\n')
      },
      cancel: () => end(),
    })
  }
  return {
    open: async (campus, asker) => {
      if (!(await isMember(house, campus, asker))) throw failure('not-found')
      return stream(campus, asker, await epochOf(campus))
    },
    closeAll: () => {
      for (const close of [...open]) close()
    },
  }
}

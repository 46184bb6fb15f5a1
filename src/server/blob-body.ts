import type { IncomingMessage } from 'node:http'
import { mostOfChunk } from '../protocol/blob-message.ts'
import { failure } from './failure.ts'

/** What is too large is read on to its end, so that the answer is heard; not for ever. In bytes. */
const MOST_READ = 16 * 1024 * 1024

/** What came of a body, also when it was cut on the way; `cut`: no more of it is waited for. */
const bodyOf = (incoming: IncomingMessage): { bytes: Promise<Buffer>; cut: () => void } => {
  const parts: Buffer[] = []
  let size = 0
  let cut = () => {}
  // Not as an iteration: one that is cut throws away what it had.
  const ended = new Promise<void>((done) => {
    cut = done
    incoming.on('data', (part: Buffer) => {
      size += part.length
      if (size <= mostOfChunk) parts.push(part)
      if (size > MOST_READ) incoming.destroy()
    })
    for (const end of ['end', 'close', 'error']) incoming.once(end, () => done())
    if (incoming.destroyed || incoming.readableEnded) done()
  })
  const bytes = ended.then(() => {
    if (size > mostOfChunk) throw failure('too-large', { maxBytes: mostOfChunk })
    return Buffer.concat(parts)
  })
  return { bytes, cut }
}

/**
 * Receives bodies by name, one at a time: who comes back after a cut that was not noticed here yet finds what had come of
 * the request before. `take` is given the bytes. @throws Failure `too-large`.
 */
export const openReceipts = () => {
  const open = new Map<string, { cut: () => void; taken: Promise<unknown> }>()
  return async <T>(name: string, incoming: IncomingMessage, take: (bytes: Buffer) => Promise<T>): Promise<T> => {
    const before = open.get(name)
    before?.cut()
    await before?.taken
    const { bytes, cut } = bodyOf(incoming)
    const result = bytes.then(take)
    const mine = { cut, taken: result.catch(() => {}) }
    open.set(name, mine)
    return result.finally(() => open.get(name) === mine && open.delete(name))
  }
}

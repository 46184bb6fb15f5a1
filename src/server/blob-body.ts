import type { IncomingMessage } from 'node:http'
import { mostOfChunk } from '../protocol/blob-message.ts'
import { failure } from './failure.ts'

/** What is too large is read on to its end, so that the answer is heard; not for ever. In bytes. */
const MOST_READ = 16 * 1024 * 1024

/**
 * What came of a body, also when it was cut on the way: on a bad link, the next request goes on from there.
 * @throws Failure `too-large`.
 */
export const blobBody = async (incoming: IncomingMessage): Promise<Buffer> => {
  const parts: Buffer[] = []
  let size = 0
  // Not as an iteration: one that is cut throws away what it had.
  await new Promise<void>((done) => {
    incoming.on('data', (part: Buffer) => {
      size += part.length
      if (size <= mostOfChunk) parts.push(part)
      if (size > MOST_READ) incoming.destroy()
    })
    for (const end of ['end', 'close', 'error']) incoming.once(end, () => done())
    if (incoming.destroyed || incoming.readableEnded) done()
  })
  if (size > mostOfChunk) throw failure('too-large', { maxBytes: mostOfChunk })
  return Buffer.concat(parts)
}

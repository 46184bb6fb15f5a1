import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { Context } from 'hono'
import { messageType } from '../protocol/sync-message.ts'
import { acceptedEncoding } from './compress.ts'
import type { Failure } from './failure.ts'

/** Below this, what is saved is less than the headers that say so. */
const WORTH_IT = 250

/** An answer in our own type, which no portal or cache has, and which none may keep. */
export const answer = async (c: Context, body: object, status: 200 | Failure['status'] = 200): Promise<Response> => {
  const plain = Buffer.from(JSON.stringify(body))
  const encoding = plain.length < WORTH_IT ? undefined : acceptedEncoding(c.req.header('accept-encoding'), ['gzip'])
  c.header('Content-Type', messageType)
  c.header('Cache-Control', 'no-store')
  c.header('Vary', 'Accept-Encoding')
  if (encoding) c.header('Content-Encoding', encoding)
  // Made for one reader: on pages of rows, brotli is larger in the same time.
  const bytes = encoding ? await promisify(gzip)(plain) : plain
  c.header('Content-Length', String(bytes.length))
  return c.body(new Uint8Array(bytes), status)
}

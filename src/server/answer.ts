import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { Context } from 'hono'
import { messageType } from '../protocol/sync-message.ts'
import { acceptedEncoding } from './compress.ts'
import type { Failure } from './failure.ts'

/** Below this, nothing is saved. In bytes. */
const WORTH_IT = 150

/** Made for one reader: on pages of rows, brotli is larger in the same time. */
const packed = async (plain: Buffer): Promise<Buffer | undefined> => {
  const bytes = await promisify(gzip)(plain)
  return bytes.length < plain.length ? bytes : undefined
}

/** An answer in our own type, which no portal or cache has, and which none may keep. */
export const answer = async (c: Context, body: object, status: 200 | Failure['status'] = 200): Promise<Response> => {
  const plain = Buffer.from(JSON.stringify(body))
  const mayPack = plain.length >= WORTH_IT && acceptedEncoding(c.req.header('accept-encoding'), ['gzip']) !== undefined
  const gzipped = mayPack ? await packed(plain) : undefined
  const bytes = gzipped ?? plain
  c.header('Content-Type', messageType)
  c.header('Cache-Control', 'no-store')
  c.header('Vary', 'Accept-Encoding')
  if (gzipped) c.header('Content-Encoding', 'gzip')
  c.header('Content-Length', String(bytes.length))
  return c.body(new Uint8Array(bytes), status)
}

import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { Context } from 'hono'
import { takesPacked } from '../protocol/our-answer.ts'
import { type Form, packed } from '../protocol/packed.ts'
import { messageType, packedType } from '../protocol/sync-message.ts'
import { acceptedEncoding } from './compress.ts'
import type { Failure } from './failure.ts'

/** Below this, nothing is saved. In bytes. */
const WORTH_IT = 150

/** Made for one reader: on pages of rows, brotli is larger in the same time. */
const zipped = async (plain: Buffer): Promise<Buffer | undefined> => {
  const bytes = await promisify(gzip)(plain)
  return bytes.length < plain.length ? bytes : undefined
}

const said = async (c: Context, type: string, body: unknown, status: 200 | Failure['status']): Promise<Response> => {
  const plain = Buffer.from(JSON.stringify(body))
  const mayZip = plain.length >= WORTH_IT && acceptedEncoding(c.req.header('accept-encoding'), ['gzip']) !== undefined
  const gzipped = mayZip ? await zipped(plain) : undefined
  const bytes = gzipped ?? plain
  c.header('Content-Type', type)
  c.header('Cache-Control', 'no-store')
  c.header('Vary', 'Accept, Accept-Encoding')
  if (gzipped) c.header('Content-Encoding', 'gzip')
  c.header('Content-Length', String(bytes.length))
  return c.body(new Uint8Array(bytes), status)
}

/** An answer in our own type, which no portal or cache has, and which none may keep. */
export const answer = (c: Context, body: object, status: 200 | Failure['status'] = 200): Promise<Response> =>
  said(c, messageType, body, status)

/** A success, packed for whoever says that they understand it. */
export const answerPacked = (c: Context, form: Form, body: Readonly<Record<string, unknown>>): Promise<Response> =>
  takesPacked(c.req.header('accept')) ? said(c, packedType, packed(form, body), 200) : answer(c, body)

import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Context } from 'hono'
import { messageType } from '../protocol/sync-message.ts'
import { acceptedEncoding, type Encoding } from './compress.ts'
import type { Failure } from './failure.ts'

/** Below this, what is saved is less than the headers that say so. */
const WORTH_IT = 300

/** Quick rather than small: it is made for one reader. Brotli at 4 beats gzip at 6 in both. */
const quickly = (bytes: Buffer, encoding: Encoding): Promise<Buffer> =>
  encoding === 'br'
    ? promisify(brotliCompress)(bytes, {
        params: { [constants.BROTLI_PARAM_QUALITY]: 4, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
      })
    : promisify(gzip)(bytes)

/** An answer in our own type, which no portal or cache has, and which none may keep. */
export const answer = async (c: Context, body: object, status: 200 | Failure['status'] = 200): Promise<Response> => {
  const plain = Buffer.from(JSON.stringify(body))
  const encoding = plain.length < WORTH_IT ? undefined : acceptedEncoding(c.req.header('accept-encoding'))
  c.header('Content-Type', messageType)
  c.header('Cache-Control', 'no-store')
  c.header('Vary', 'Accept-Encoding')
  if (encoding) c.header('Content-Encoding', encoding)
  const bytes = encoding ? await quickly(plain, encoding) : plain
  c.header('Content-Length', String(bytes.length))
  return c.body(new Uint8Array(bytes), status)
}

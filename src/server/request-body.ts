import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import type { Context } from 'hono'
import type * as z from 'zod/mini'
import { isOurType } from '../protocol/our-answer.ts'
import { failure } from './failure.ts'

/** As it comes and inflated. */
export const maxBytes = 4 * 1024 * 1024
/** What is too large is read on to its end, so that the answer is heard; not for ever. */
const MOST_READ = 16 * maxBytes

const tooLarge = () => failure('too-large', { maxBytes })

const bytesOf = async (body: ReadableStream<Uint8Array> | null): Promise<Buffer> => {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body ?? []) {
    size += chunk.length
    if (size <= maxBytes) chunks.push(chunk)
    if (size > MOST_READ) break
  }
  if (size > maxBytes) throw tooLarge()
  return Buffer.concat(chunks)
}

const inflated = (bytes: Buffer): Promise<Buffer> =>
  promisify(gunzip)(bytes, { maxOutputLength: maxBytes }).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'ERR_BUFFER_TOO_LARGE' ? tooLarge() : failure('invalid')
  })

const textOf = (bytes: Buffer): string => new TextDecoder('utf-8', { fatal: true }).decode(bytes)

/**
 * What was asked, by its schema.
 * @throws Failure `not-ours` for another content type, `too-large`, `invalid`.
 */
export const readBody = async <S extends z.ZodMiniType>(c: Context, schema: S): Promise<z.infer<S>> => {
  const encoding = c.req.header('content-encoding')?.trim().toLowerCase() ?? 'identity'
  if (!isOurType(c.req.header('content-type')) || !['identity', 'gzip'].includes(encoding)) throw failure('not-ours')
  const bytes = await bytesOf(c.req.raw.body)
  let asked: unknown
  try {
    asked = JSON.parse(textOf(encoding === 'gzip' ? await inflated(bytes) : bytes))
  } catch (error) {
    throw error instanceof SyntaxError || error instanceof TypeError ? failure('invalid') : error
  }
  const parsed = schema.safeParse(asked)
  if (!parsed.success) throw failure('invalid')
  return parsed.data
}

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

const tooLarge = (most: number) => failure('too-large', { maxBytes: most })

/** @throws Failure `too-large`, `invalid` for a body that was cut: nobody hears it, and nothing went wrong here. */
const bytesOf = async (body: ReadableStream<Uint8Array> | null, most: number): Promise<Buffer> => {
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    for await (const chunk of body ?? []) {
      size += chunk.length
      if (size <= most) chunks.push(chunk)
      if (size > MOST_READ) break
    }
  } catch {
    throw failure('invalid')
  }
  if (size > most) throw tooLarge(most)
  return Buffer.concat(chunks)
}

const inflated = (bytes: Buffer, most: number): Promise<Buffer> =>
  promisify(gunzip)(bytes, { maxOutputLength: most }).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'ERR_BUFFER_TOO_LARGE' ? tooLarge(most) : failure('invalid')
  })

const textOf = (bytes: Buffer): string => new TextDecoder('utf-8', { fatal: true }).decode(bytes)

/**
 * What was asked, by its schema, in at most so many bytes.
 * @throws Failure `not-ours` for another content type, `too-large`, `invalid`.
 */
export const readBody = async <S extends z.ZodMiniType>(
  c: Context,
  schema: S,
  most = maxBytes,
): Promise<z.infer<S>> => {
  const encoding = c.req.header('content-encoding')?.trim().toLowerCase() ?? 'identity'
  if (!isOurType(c.req.header('content-type')) || !['identity', 'gzip'].includes(encoding)) throw failure('not-ours')
  const bytes = await bytesOf(c.req.raw.body, most)
  let asked: unknown
  try {
    asked = JSON.parse(textOf(encoding === 'gzip' ? await inflated(bytes, most) : bytes))
  } catch (error) {
    throw error instanceof SyntaxError || error instanceof TypeError ? failure('invalid') : error
  }
  const parsed = schema.safeParse(asked)
  if (!parsed.success) throw failure('invalid')
  return parsed.data
}

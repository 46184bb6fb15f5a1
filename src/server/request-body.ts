import type { IncomingMessage } from 'node:http'
import { promisify } from 'node:util'
import { constants, gunzip, gunzipSync } from 'node:zlib'
import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'
import type * as z from 'zod/mini'
import { isOurType, isPackedType } from '../protocol/our-answer.ts'
import { type Form, unpacked } from '../protocol/packed.ts'
import { failure } from './failure.ts'

/** As it comes and inflated. */
export const maxBytes = 4 * 1024 * 1024
/** What is too large is read on to its end, so that the answer is heard; not for ever. */
const MOST_READ = 16 * maxBytes

/** A thousand times as much at most, once inflated. In bytes. */
const MOST_OF_START = 500

/** What can be read of a body without reading it all; empty where nothing can. */
const startOf = (bytes: Buffer, isZipped: boolean): string => {
  const start = bytes.subarray(0, MOST_OF_START)
  try {
    return String(isZipped ? gunzipSync(start, { finishFlush: constants.Z_SYNC_FLUSH }) : start)
  } catch {
    return ''
  }
}

/** Phones write the id of a request before all that may be long: the answer names what it is about. */
const tooLarge = (bytes: Buffer, isZipped: boolean, most: number) => {
  const [, rid] = /^(?:{"p":\d+,"rid":|\[\d+,)"([\w-]{1,40})"/.exec(startOf(bytes, isZipped)) ?? []
  return failure('too-large', { maxBytes: most, ...(rid !== undefined && { rid }) })
}

/** @throws Failure `too-large`, `invalid` for a body that was cut: nobody hears it, and nothing went wrong here. */
const bytesOf = async (incoming: IncomingMessage, isZipped: boolean, most: number): Promise<Buffer> => {
  const chunks: Buffer[] = []
  let size = 0
  try {
    // Not thrown away where it is too much: whoever sent it would be left on an open line that nobody reads.
    for await (const chunk of incoming.iterator({ destroyOnReturn: false })) {
      size += chunk.length
      if (size <= most || chunks.length === 0) chunks.push(chunk)
      if (size > MOST_READ) break
    }
  } catch {
    throw failure('invalid')
  }
  const bytes = Buffer.concat(chunks)
  if (size > most) throw tooLarge(bytes, isZipped, most)
  return bytes
}

const inflated = (bytes: Buffer, most: number): Promise<Buffer> =>
  promisify(gunzip)(bytes, { maxOutputLength: most }).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'ERR_BUFFER_TOO_LARGE' ? tooLarge(bytes, true, most) : failure('invalid')
  })

const textOf = (bytes: Buffer): string => new TextDecoder('utf-8', { fatal: true }).decode(bytes)

/** A body that came, unread; `size`: as it came, in bytes. `read` gives what was asked, by its schema. */
export type Body = { size: number; read: <S extends z.ZodMiniType>(schema: S) => Promise<z.infer<S>> }

/**
 * A body of at most so many bytes; packed too where there is a form for it.
 * @throws Failure `not-ours` for another content type, `too-large`, `invalid`; so does `read`.
 */
export const bodyOf = async (c: Context, most = maxBytes, form?: Form): Promise<Body> => {
  const encoding = c.req.header('content-encoding')?.trim().toLowerCase() ?? 'identity'
  const type = c.req.header('content-type')
  const isPacked = form !== undefined && isPackedType(type)
  if (!(isPacked || isOurType(type)) || !['identity', 'gzip'].includes(encoding)) throw failure('not-ours')
  const isZipped = encoding === 'gzip'
  // As Node has it: made into a stream of the web, each request would cost more than what most of them say.
  const { incoming } = c.env as HttpBindings
  const bytes = await bytesOf(incoming, isZipped, most)
  const read: Body['read'] = async (schema) => {
    let asked: unknown
    try {
      asked = JSON.parse(textOf(isZipped ? await inflated(bytes, most) : bytes))
    } catch (error) {
      throw error instanceof SyntaxError || error instanceof TypeError ? failure('invalid') : error
    }
    const parsed = schema.safeParse(isPacked ? unpacked(form, asked) : asked)
    if (!parsed.success) throw failure('invalid')
    return parsed.data
  }
  return { size: bytes.length, read }
}

/** What was asked, by its schema. @throws Failure as `bodyOf` does. */
export const readBody = async <S extends z.ZodMiniType>(c: Context, schema: S, most = maxBytes): Promise<z.infer<S>> =>
  (await bodyOf(c, most)).read(schema)

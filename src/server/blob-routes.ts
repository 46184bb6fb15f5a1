import type { HttpBindings } from '@hono/node-server'
import type { Context, Hono } from 'hono'
import { blobType, isSha, offsetHeader, rowHeader } from '../protocol/blob-message.ts'
import { protocolNumber } from '../protocol/sync-message.ts'
import { answer } from './answer.ts'
import { openReceipts } from './blob-body.ts'
import { failpoint } from './failpoint.ts'
import { failure } from './failure.ts'
import { giveBlob } from './give-blob.ts'
import type { House } from './house.ts'
import type { Asker } from './session.ts'
import { takeBlob } from './take-blob.ts'

type At = '/c/:campus/blobs/:sha'
type MemberAt = (c: Context<object, '/c/:campus'>) => Promise<[campus: string, asker: Asker]>

const shaOf = (c: Context<object, At>): string => {
  const sha = c.req.param('sha')
  if (!isSha(sha)) throw failure('not-found')
  return sha
}
/** @throws Failure `invalid` for what is no place in a file, or no row. */
const broughtAt = (c: Context<object, At>) => {
  const [at, row] = [c.req.header(offsetHeader) ?? '', c.req.header(rowHeader) ?? '']
  if (!/^\d{1,9}$/.test(at) || !/^[A-Za-z0-9-]{1,64}$/.test(row)) throw failure('invalid')
  return { at: Number(at), row }
}

/** The bytes of attachments, in and out. See protocol/blob-message.ts. */
export const blobRoutes = (routes: Hono, house: House, memberAt: MemberAt): void => {
  const receive = openReceipts()

  routes.patch('/c/:campus/blobs/:sha', async (c) => {
    const [campus, asker] = await memberAt(c)
    const sha = shaOf(c)
    const brought = { sha, ...broughtAt(c) }
    const { incoming } = c.env as HttpBindings
    const { at, told } = await receive(`${campus}/${sha}/${asker.device}`, incoming, (bytes) =>
      takeBlob(house, campus, asker, { ...brought, bytes }),
    )
    if (at > brought.at) failpoint('after-chunk')
    if (told > 0) house.pokes.tell(campus, told, asker.device)
    return answer(c, { p: protocolNumber, sha, at })
  })

  routes.get('/c/:campus/blobs/:sha', async (c) => {
    const [campus, asker] = await memberAt(c)
    const { size, body } = await giveBlob(house, campus, asker, shaOf(c))
    return c.body(body, 200, {
      // Never under its own type: nothing that somebody brought is run or drawn from our address.
      'Content-Type': blobType,
      'Content-Disposition': 'attachment',
      'Content-Length': String(size),
      'Cache-Control': 'private, no-store',
    })
  })
}

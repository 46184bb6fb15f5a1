import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'

const LOOPBACK = /^(127\.|::1$|::ffff:127\.)/

/** Who calls: the other end of the connection or, behind a proxy on this machine, whom that proxy says it serves. */
export const peerOf = (c: Context): string => {
  const address = getConnInfo(c).remote.address ?? 'unknown'
  // The last one is the proxy's own word; those before it came with the request.
  const forwarded = c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim()
  return (LOOPBACK.test(address) && forwarded) || address
}

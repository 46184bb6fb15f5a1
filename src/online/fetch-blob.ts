import type { Answer } from '../domain/answer.ts'
import { blobType, mostOfBlob } from '../protocol/blob-message.ts'
import { deviceHeader } from '../protocol/sync-message.ts'
import { keepBlob } from '../store/blobs.ts'
import { shaOf } from '../store/sha.ts'
import type { Space } from '../store/space.ts'
import { type Membership, no } from './ask.ts'

/** Ms without a byte, past which a link is thought to be none. */
const patience = 30_000

/** All bytes of a body, as long as some come. */
const bytesIn = async (response: Response, isAlive: () => void): Promise<ArrayBuffer> => {
  const parts: Uint8Array<ArrayBuffer>[] = []
  let size = 0
  const reader = response.body?.getReader()
  for (let part = await reader?.read(); part?.value && size <= mostOfBlob; part = await reader?.read()) {
    isAlive()
    size += part.value.length
    parts.push(part.value)
  }
  return new Blob(parts).arrayBuffer()
}

/**
 * Fetches the bytes of an attachment and keeps them here. `not-found` when its author's phone has not sent them yet. Only
 * bytes that are those they are asked for by count, whoever answers.
 */
export const fetchBlob = async (space: Space, membership: Membership, sha: string): Promise<Answer<undefined>> => {
  const { fetch, campus, device } = membership
  const given = new AbortController()
  let timer = setTimeout(() => given.abort(), patience)
  const isAlive = () => {
    clearTimeout(timer)
    timer = setTimeout(() => given.abort(), patience)
  }
  try {
    const response = await fetch(`/api/c/${encodeURIComponent(campus)}/blobs/${sha}`, {
      headers: { [deviceHeader]: device },
      cache: 'no-store',
      credentials: 'same-origin',
      redirect: 'manual',
      signal: given.signal,
    })
    if (response.status === 404) return no('not-found')
    if (!response.ok || response.headers.get('content-type') !== blobType)
      return no(response.status >= 500 ? 'server' : 'portal')
    const bytes = await bytesIn(response, isAlive)
    if ((await shaOf(bytes)) !== sha) return no('no-network')
    await keepBlob(space, sha, bytes)
    return { ok: true, value: undefined }
  } catch {
    return no('no-network')
  } finally {
    clearTimeout(timer)
  }
}

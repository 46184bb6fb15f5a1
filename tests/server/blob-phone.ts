import { createHash, randomBytes } from 'node:crypto'
import { offsetHeader, rowHeader } from '../../src/protocol/blob-message.ts'
import type { RunningHouse } from './running-house.ts'
import type { Phone } from './test-phone.ts'

export const shaOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
/** Bytes that begin as a JPEG does. */
export const madePhoto = (size: number): Buffer =>
  Buffer.concat([Buffer.from('ffd8ffe0', 'hex'), randomBytes(size - 4)])

export type Told = { status: number; body: { p: number; sha?: string; at?: number; error?: string } }

/** What a phone asks of blobs, over real HTTP. */
export const blobHands = ({ url }: RunningHouse, phone: Phone, campus = phone.campus) => {
  const address = (sha: string) => `${url}/api/c/${campus}/blobs/${sha}`
  return {
    address,
    /** Notes an attachment, which is acknowledged when this ends; gives its row. */
    refer: async (bytes: Uint8Array, more: Record<string, string | number> = {}) => {
      const row = crypto.randomUUID()
      const fields = {
        ...{ name: 'Photo', kind: 'photo', mediaType: 'image/jpeg', size: bytes.length, sha: shaOf(bytes) },
        ...more,
      }
      await phone.sync({ changes: [phone.change('attachments', row, fields)] })
      return row
    },
    bring: async (sha: string, row: string, at: number | string, bytes?: Uint8Array, headers = phone.headers) => {
      const response = await fetch(address(sha), {
        method: 'PATCH',
        headers: { ...headers, [offsetHeader]: String(at), [rowHeader]: row },
        ...(bytes && { body: bytes as BodyInit }),
      })
      return { status: response.status, body: await response.json() } as Told
    },
    fetch: (sha: string, headers: Record<string, string> = phone.headers) => fetch(address(sha), { headers }),
  }
}

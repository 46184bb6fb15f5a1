import type { Space } from './space.ts'

/** The bytes of one attachment, by their SHA-256 in hexadecimal. They never change. */
export type KeptBlob = { readonly sha: string; readonly bytes: ArrayBuffer }

const blobs = (space: Space) => space.db.table<KeptBlob, string>('blobs')

/** Undefined for what is not on this phone. */
export const bytesOf = async (space: Space, sha: string): Promise<ArrayBuffer | undefined> =>
  (await blobs(space).get(sha))?.bytes

/** Which of these are on this phone. */
export const keptAmong = async (space: Space, shas: readonly string[]): Promise<ReadonlySet<string>> =>
  new Set(await blobs(space).where('sha').anyOf(shas).primaryKeys())

/** Keeps what came from the server. */
export const keepBlob = async (space: Space, sha: string, bytes: ArrayBuffer): Promise<void> => {
  await blobs(space).put({ sha, bytes })
}

import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import type { HistoryReply } from '../../src/protocol/entry-message.ts'
import type { News } from '../../src/protocol/sync-message.ts'
import type { Phone } from '../e2e/phone.ts'
import { inviteFrom } from '../e2e/team.ts'
import { enterWith } from '../server/test-phone.ts'

/** A colleague on a good line, who notes by hand and asks the server for all it has. */
export const colleagueOf = async (phone: Phone, url: string) => {
  const { sync, ask, change, campus, headers } = await enterWith(
    { url },
    await inviteFrom(phone, 'Karim Colin'),
    'Karim Colin',
  )
  const rows = async (): Promise<News[]> => {
    const all: News[] = []
    for (let [cursor, isMore] = [0, true]; isMore; ) {
      const { status, body } = await sync({ cursor, since: 0, whole: true, limit: 5_000 })
      expect(status).toBe(200)
      all.push(...(body.rows ?? []))
      cursor = body.cursor
      isMore = body.left !== undefined
    }
    return all
  }
  const people = async () => (await rows()).filter(({ table }) => table === 'people')
  return {
    rows,
    people,
    /** Each of these people is one row, and what was said of them had one effect; what others had heard is told beside it. */
    hasOnce: async (names: readonly string[]): Promise<void> => {
      const all = await people()
      for (const name of names) {
        const found = all.filter(({ fields }) => fields.name === name)
        expect(found.map(({ fields }) => fields.name)).toEqual([name])
        const asked = { table: 'people', row: found[0]?.row, field: 'name' }
        const { entries } = (await ask<HistoryReply>('history', asked)).body
        expect(entries.filter(({ heard }) => heard === undefined)).toHaveLength(1)
      }
    },
    /** Notes these people. */
    notes: async (names: readonly string[]): Promise<void> => {
      const changes = names.map((name) => change('people', randomUUID(), { name }))
      const { body } = await sync({ changes })
      expect(body.acked).toBe(changes.at(-1)?.n)
    },
    /** What the server gives of a file. */
    bytesOf: async (sha: unknown): Promise<Buffer> =>
      Buffer.from(await (await fetch(`${url}/api/c/${campus}/blobs/${sha}`, { headers })).arrayBuffer()),
    change,
    sync,
  }
}
export type Colleague = Awaited<ReturnType<typeof colleagueOf>>

import type { AnyRow } from '../../src/domain/record.ts'
import { asMember, enter, invite } from '../../src/online/this-device.ts'
import { difference } from '../../src/protocol/fields.ts'
import { rowOf, watch } from '../../src/store/read.ts'
import type { Space } from '../../src/store/space.ts'
import { openCurrentSpace } from '../../src/store/spaces.ts'
import { enrolmentOf } from '../../src/store/sync-state.ts'
import { type Edit, editOf, save } from '../../src/store/write.ts'
import { firstSize } from '../../src/sync/batch-size.ts'
import { syncRound } from '../../src/sync/round.ts'
import { startSync } from '../../src/sync/start.ts'
import { browserParts } from '../../src/sync/sync-parts.ts'
import { syncStoreOf } from '../../src/sync/sync-store.ts'
import type { Contact } from '../contact-rows.ts'

declare global {
  interface Window {
    /** Enters a space by a link; the first one names it. */
    ourEnter: (secret: string, isFirst: boolean) => Promise<void>
    ourInvite: () => Promise<string>
    /** Saves these rows through the store's own door, apart from what is measured. */
    ourFill: (rows: Contact[]) => Promise<void>
    /** One round, until nothing is left either way, in ms. */
    ourRound: () => Promise<number>
    /** How many rows of a table are here. */
    ourCount: (table: string) => Promise<number>
    /** Syncs from now on as the app does. */
    ourFollow: () => void
    /** One field of one row takes a value. */
    ourChange: (row: string, name: string) => Promise<void>
    /** When this row had this name here, ms since 1970. */
    ourArrival: (row: string, name: string) => Promise<number>
    /** Characters of bodies sent since the page was opened, by request. */
    ourSent: number[]
  }
}

const opened = openCurrentSpace()
const current = async (): Promise<Space> => {
  const space = await opened
  if (!(await enrolmentOf(space))) throw new Error('This page has not entered a space')
  return space
}

window.ourSent = []
const plainFetch = window.fetch
window.fetch = (input, init) => {
  const { body } = init ?? {}
  if (typeof body === 'string') window.ourSent.push(new TextEncoder().encode(body).length)
  else if (body instanceof ArrayBuffer) window.ourSent.push(body.byteLength)
  return plainFetch(input, init)
}

window.ourEnter = async (secret, isFirst) => {
  await opened
  const space = { name: 'Campus du Banc', kind: 'campus' } as const
  const answer = await enter(secret, { name: isFirst ? 'Inès' : 'Hugo', ...(isFirst && { space }) })
  if (!answer.ok) throw new Error(answer.why)
}
window.ourInvite = async () => {
  const asked = { id: crypto.randomUUID(), kind: 'invite', role: 'member' } as const
  const answer = await asMember(await current(), (member) => invite(member, asked))
  if (!answer.ok) throw new Error(answer.why)
  return answer.value.code
}

const atOnce = 500
window.ourFill = async (rows) => {
  const space = await current()
  const edits = rows.map(
    ({ table, row, fields }): Edit => ({
      table,
      row,
      fields: difference({}, fields, Object.keys(fields)),
      born: true,
    }),
  )
  for (let at = 0; at < edits.length; at += atOnce) await save(space, edits.slice(at, at + atOnce))
}

window.ourRound = async () => {
  const space = await current()
  const enrolment = await enrolmentOf(space)
  if (!enrolment) throw new Error('not enrolled')
  const { transport, clock, elapsed, random } = browserParts(space, enrolment)
  const { signal } = new AbortController()
  const start = performance.now()
  const end = await syncRound({
    ...{ store: syncStoreOf(space), transport, clock, elapsed, random, signal },
    link: { size: firstSize },
    progress: () => {},
  })
  if (end.trouble) throw new Error(end.trouble)
  return performance.now() - start
}
window.ourCount = async (table) => (await current()).db.table(table).count()

window.ourFollow = () => void current().then((space) => startSync(space, async () => false))
window.ourChange = async (row, name) => {
  const space = await current()
  const before = await rowOf<AnyRow>(space, 'people', row)
  const edit = before && editOf('people', before, { name })
  if (edit) await save(space, [edit])
}
window.ourArrival = async (row, name) => {
  const space = await current()
  return new Promise((tell, fail) => {
    const show = (found: AnyRow | undefined) => {
      if (found?.name !== name) return
      tell(Date.now())
      stop()
    }
    const stop = watch(space, () => rowOf<AnyRow>(space, 'people', row), show, fail)
  })
}

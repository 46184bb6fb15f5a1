import type { AnyRow } from '../../src/domain/record.ts'
import { afterNews } from '../../src/protocol/received.ts'
import { newsOf, type RowState } from '../../src/protocol/row-state.ts'
import { trashTerm } from '../../src/protocol/trash-term.ts'
import { unpacked } from '../../src/server/row-text.ts'
import { checkMerge } from './check-merge.ts'
import type { Fault, Tally } from './faults.ts'
import { heardStands } from './heard-words.ts'
import type { Looks } from './invariants.ts'
import type { Kept, Known } from './known.ts'
import type { SimPhone } from './sim-phone.ts'
import { sure } from './sim-time.ts'
import type { World } from './world.ts'

const own = new Set('id createdAt createdBy updatedAt updatedBy seq rev sort arrived source'.split(' '))
/** Versions by field, whichever came first. */
const inOrder = (value: unknown) =>
  typeof value === 'object' && value !== null ? Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)) : value
const shown = (row: AnyRow | undefined): string =>
  JSON.stringify(
    Object.entries(row ?? {})
      .filter(([name, value]) => !own.has(name) && value !== undefined)
      .map(([name, value]) => [name, Array.isArray(value) ? [...value].sort() : inOrder(value)])
      .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
  )

type Held = { rows: Map<string, RowState>; tables: Map<string, string>; changes: Kept[] }

const heldOf = async ({ server }: World, campus: string): Promise<Held> => {
  const rows = await server.all('SELECT id, tbl, state FROM rows WHERE campus = ?', campus)
  const changes = await server.all(
    'SELECT device, n, id, seq, tbl AS "table", row, fields, refused FROM changes WHERE campus = ? ORDER BY seq',
    campus,
  )
  return {
    rows: new Map(rows.map(({ id, state }) => [String(id), unpacked(String(state))])),
    tables: new Map(rows.map(({ id, tbl }) => [String(id), String(tbl)])),
    changes: changes as unknown as Kept[],
  }
}

/** Heard by others before a restore, and too large for the server since: it lies where its author reviews it. */
const isSetAside = (world: World, id: string) =>
  world.isRestored() &&
  world.phones.some(({ disk }) =>
    [...disk.rowsOf('refused').values()].some(
      ({ code, change }) => code === 'too-large' && (change as { row: string }).row === id,
    ),
  )

const phonesAlike = (looks: Looks, happened: Tally<Fault>, world: World, phone: SimPhone, held: Held) => {
  const { rows, tables } = held
  const term = new Date(world.time.now() - trashTerm).toISOString()
  // Where the phone's clock was wrong the server dated it: its own word counts as well.
  const wasDeleted = (id: string) =>
    String(rows.get(id)?.fields.deletedAt?.v ?? '9') < term ||
    world.minted.some(({ change }) => change.row === id && String(change.fields.deletedAt ?? '9') < term)
  for (const table of ['organisations', 'people', 'minutes']) {
    if (!phone.knows(table)) continue
    const here = phone.disk.rowsOf(table)
    const there = [...rows.keys()].filter((id) => tables.get(id) === table)
    for (const id of new Set([...there, ...([...here.keys()] as string[])])) {
      if (isSetAside(world, id)) continue
      const state = rows.get(id)
      const mine = here.get(id) as AnyRow | undefined
      const isDeleted = typeof state?.fields.deletedAt?.v === 'string'
      // Out of the trash once it may be forgotten, or never have been told; also when somebody deletes it again.
      if (!mine && isDeleted && wasDeleted(id)) {
        happened.add('out of the trash')
        continue
      }
      const news = state && newsOf(table, id, state, { since: 0, device: '', whole: true })
      const theirs = shown(news && afterNews(undefined, news, []))
      looks.holds(
        'I1',
        shown(mine) === theirs,
        () =>
          `phone ${phone.at}, ${id}: ${shown(mine)} here, ${theirs} at the server; ${JSON.stringify(phone.state())}; ${JSON.stringify(state)}`,
      )
    }
  }
}

const nothingLost = (looks: Looks, world: World, { changes }: Held, campus: string) => {
  const byKey = new Map(changes.map((one) => [`${one.device} ${one.n}`, one]))
  looks.holds('I4', new Set(changes.map(({ id }) => id)).size === changes.length, () => 'two changes with one id')
  for (const { device, change } of world.minted.filter((one) => one.campus === campus)) {
    const kept = byKey.get(`${device} ${change.n}`)
    const isGone = world.wiped.has(device)
    const phone = world.phones.find((one) => one.device() === device)
    const acked = phone?.state()?.acked ?? 0
    const isThere = kept?.id === change.id
    const refused = phone?.disk.rowsOf('refused').get(change.n)
    const isReviewed = JSON.stringify((refused?.change as typeof change)?.fields) === JSON.stringify(change.fields)
    looks.holds('I2', change.n > acked || isThere || isReviewed, () => `${device} ${change.n} was acknowledged`)
    // Of what was heard only what was not known is kept: whether all of it is there, heardStands looks at.
    const isSame = isThere && (change.heard !== undefined || kept.fields === JSON.stringify(change.fields))
    const isRead = (isSame && kept.refused === null) || isReviewed
    looks.holds('I3', isGone || isRead, () => `${device} ${change.n} ${JSON.stringify(change.fields)}`)
  }
}

/** Each change has one number, and each number one change; what stands in a row came under one of them. */
const oneNumberEach = (looks: Looks, { rows, changes }: Held) => {
  const taken = changes.filter(({ refused }) => refused === null)
  const numbers = new Map(taken.map((one) => [Number(one.seq), one]))
  looks.holds('I4', numbers.size === taken.length, () => 'two changes under one number')
  for (const [id, { seq, fields }] of rows)
    for (const n of [seq, ...Object.values(fields).map((field) => field.n)])
      looks.holds('I4', numbers.get(n)?.row === id, () => `${id} was touched under ${n} by no change`)
}

/** Each word written in a text by a change that was taken is there, whole, unless it was erased. */
const wordsStand = (looks: Looks, world: World, { rows, changes }: Held) => {
  const byKey = new Map(changes.map((one) => [`${one.device} ${one.n}`, one]))
  for (const { row, word, device, n } of world.prose.written) {
    const kept = byKey.get(`${device} ${n}`)
    if (kept?.row !== row || kept.refused !== null || world.prose.erased.has(word)) continue
    const reads = String(rows.get(row)?.fields.body?.v ?? '')
    looks.holds('I9', reads.split(' ').includes(word), () => `${word} is not in “${reads}”`)
  }
}

const keptOrder = (looks: Looks, { changes }: Held) => {
  const last = new Map<string, Kept>()
  for (const one of changes) {
    if (one.refused) continue
    const before = last.get(one.device)
    looks.holds('I7', !before || before.n < one.n, () => `${one.device}: ${one.n} after ${before?.n}`)
    last.set(one.device, one)
  }
}

/** When all has been said: what must be true of phones and server. */
export const checkEnd = async (looks: Looks, happened: Tally<Fault>, world: World): Promise<void> => {
  for (const campus of world.campuses) {
    const held = await heldOf(world, campus)
    nothingLost(looks, world, held, campus)
    oneNumberEach(looks, held)
    keptOrder(looks, held)
    wordsStand(looks, world, held)
    heardStands(looks, world, held, campus)
    for (const phone of world.phones) {
      if (phone.campus !== campus) continue
      phonesAlike(looks, happened, world, phone, held)
      looks.holds('clock', Math.abs(phone.off()) < sure, () => `phone ${phone.at} is ${phone.off()} ms off`)
    }
    const byId = new Map(world.minted.map((one) => [one.change.id, one]))
    for (const [id, state] of held.rows) {
      const touching = held.changes.flatMap((one): Known[] => {
        const minted = byId.get(one.id)
        return one.row === id && !one.refused && minted
          ? [{ ...one, minted, taken: world.server.takenOf(one.device, one.n) }]
          : []
      })
      checkMerge(looks, state, touching)
    }
  }
}

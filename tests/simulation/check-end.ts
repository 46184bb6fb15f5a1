import type { AnyRow } from '../../src/domain/record.ts'
import { afterNews } from '../../src/protocol/received.ts'
import { newsOf, type RowState } from '../../src/protocol/row-state.ts'
import { unpacked } from '../../src/server/row-text.ts'
import type { Looks } from './invariants.ts'
import type { SimPhone } from './sim-phone.ts'
import type { Minted, World } from './world.ts'

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

/** A change as the server keeps it. */
type Kept = { device: string; n: number; id: string; seq: number; table: string; row: string; refused: string | null }
type Known = Kept & { minted: Minted }
type Held = { rows: Map<string, RowState>; changes: Kept[] }

const heldOf = ({ server }: World, campus: string): Held => {
  const rows = server.db.all('SELECT id, state FROM rows WHERE campus = ?', campus)
  const changes = server.db.all(
    'SELECT device, n, id, seq, tbl AS "table", row, refused FROM changes WHERE campus = ? ORDER BY seq',
    campus,
  )
  return {
    rows: new Map(rows.map(({ id, state }) => [String(id), unpacked(String(state))])),
    changes: changes as unknown as Kept[],
  }
}

const phonesAlike = (looks: Looks, world: World, phone: SimPhone, { rows }: Held) => {
  /** Heard before a restore, from a device that cannot offer it again: it stays with those who heard it (decision 0014). */
  const isOrphan = (id: string) =>
    world.isRestored() && world.minted.some(({ device, change }) => change.row === id && world.wiped.has(device))
  const here = phone.disk.rowsOf('organisations')
  const ids = new Set([...rows.keys(), ...([...here.keys()] as string[])])
  for (const id of ids) {
    const state = rows.get(id)
    if (isOrphan(id)) continue
    const news = state && newsOf('organisations', id, state, { since: 0, device: '', whole: true })
    const there = shown(news && afterNews(undefined, news, []))
    const mine = shown(here.get(id) as AnyRow | undefined)
    looks.holds(
      'I1',
      mine === there,
      () =>
        `phone ${phone.at}, ${id}: ${mine} here, ${there} at the server; ${JSON.stringify(phone.state())}; ${JSON.stringify(state)}`,
    )
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
    const isRead = isThere && (kept?.refused === null || isReviewed)
    looks.holds('I3', isGone || isRead || isReviewed, () => `${device} ${change.n} ${JSON.stringify(change.fields)}`)
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

const isWord = (value: unknown): value is string => typeof value === 'string' && value.includes('canari')

/** What was typed over a value that stands now, by somebody who had it before them; words that were typed once only. */
const nobodyOverruled = (looks: Looks, state: RowState, touching: readonly Known[]) => {
  for (const [field, { v }] of Object.entries(state.fields)) {
    const on = touching.filter(({ minted }) => field in minted.change.fields)
    looks.holds('I8', on.length > 0, () => `${field} was given by no change`)
    if (!isWord(v) || on.filter(({ minted }) => minted.change.fields[field] === v).length !== 1) continue
    for (const { minted } of on) {
      const { fields } = minted.change
      looks.holds('I6', fields[field] === v || minted.seen?.[field] !== v, () => `${fields[field]} was typed over ${v}`)
    }
  }
  for (const field of new Set(touching.flatMap(({ minted }) => Object.keys(minted.change.fields))))
    looks.holds('I8', field in state.fields, () => `${field} is not there`)
}

/** A deletion that stands was made after every edit of others, as its author had seen them, and no edit came later unaware. */
const nothingBuried = (looks: Looks, state: RowState, touching: readonly Known[]) => {
  const deleted = state.fields.deletedAt
  if (!deleted || deleted.v === null) return
  const deletion = touching.find(({ id }) => id === deleted.c)
  if (!deletion) return
  const seen = deletion.minted.seen ?? {}
  for (const { device, minted } of touching) {
    if (device === deletion.device) continue
    for (const [field, value] of Object.entries(minted.change.fields)) {
      if (!isWord(value) || state.fields[field]?.v !== value) continue
      const knew = (seen as AnyRow)[field] === value || minted.seen?.deletedAt === deleted.v
      looks.holds('I10', knew, () => `${value} lies in a row deleted unseen`)
    }
  }
}

/** When all has been said: what must be true of phones and server. `isRestored`: a timeline was lost and offered again. */
export const checkEnd = (looks: Looks, world: World, isRestored: boolean): void => {
  for (const campus of world.campuses) {
    const held = heldOf(world, campus)
    nothingLost(looks, world, held, campus)
    keptOrder(looks, held)
    for (const phone of world.phones) if (phone.campus === campus) phonesAlike(looks, world, phone, held)
    const byId = new Map(world.minted.map((one) => [one.change.id, one]))
    for (const [id, state] of held.rows) {
      const touching = held.changes.flatMap((one): Known[] => {
        const minted = byId.get(one.id)
        return one.row === id && !one.refused && minted ? [{ ...one, minted }] : []
      })
      if (isRestored) continue
      nobodyOverruled(looks, state, touching)
      nothingBuried(looks, state, touching)
    }
  }
}

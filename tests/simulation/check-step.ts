import type { SyncState } from '../../src/store/sync-state.ts'
import { toldOf } from '../../src/ui/sync/told.ts'
import type { Looks } from './invariants.ts'
import type { SimPhone } from './sim-phone.ts'

/** What must be true of a phone at any moment. */
export const stepChecks = (looks: Looks) => {
  const last = new Map<string, SyncState>()
  const sizes = new Map<string, number>()
  return (phone: SimPhone): void => {
    const state = phone.state()
    if (!state) return
    const before = last.get(phone.device())
    const size = phone.disk.rowsOf('outbox').size
    // Neither a reply nor a save since it was looked at.
    if (before === state && sizes.get(phone.device()) === size) return
    sizes.set(phone.device(), size)
    // After a change was set aside all comes down anew.
    if (before !== undefined && before.epoch === state.epoch && !state.whole)
      looks.holds('I5', state.cursor >= before.cursor, () => `${before.cursor} before, ${state.cursor} now`)
    last.set(phone.device(), state)
    const changes = phone.waiting()
    const refused = phone.disk.rowsOf('refused').size
    const waiting = { changes: changes.length, saves: changes.length, more: false }
    const files = { waiting: 0, refused: 0 }
    const told = toldOf({ isEnrolled: true, state, waiting, files, refused, off: 0 }, phone.clock())
    if (told.main.say === 'sent')
      looks.holds('told', changes.length === 0 && state.left === undefined, () => `${changes.length} wait`)
  }
}

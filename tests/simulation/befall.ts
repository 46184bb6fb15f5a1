import { rowFor } from './deeds.ts'
import type { Fault, Tally } from './faults.ts'
import type { Looks } from './invariants.ts'
import type { SimPhone } from './sim-phone.ts'
import { cuts, type SimServer } from './sim-server.ts'
import { type SimTime, settled } from './sim-time.ts'
import type { Schedule, Step, StepKind } from './steps.ts'
import type { Wire } from './wire.ts'

const [SECOND, HOUR, DAY] = [1_000, 3_600_000, 86_400_000]
const in2038 = Date.UTC(2038, 0, 19, 3, 14, 8)
/** A backup that is older than phones keep what was acknowledged cannot be made whole again. */
const oldestBackup = 20 * DAY

/** So many frames at most in one go, each with a fate of its own. */
const burst = 4
const another = (chance: number, time: number) => (chance + time * 0.618_034) % 1

type Parts = {
  phones: readonly SimPhone[]
  server: SimServer
  net: Wire
  time: SimTime
  looks: Looks
  happened: Tally<Fault>
  schedule: Schedule
  campuses: readonly string[]
  wiped: Set<string>
  enter: (phone: SimPhone) => Promise<void>
  switchOn: (phone: SimPhone) => Promise<void>
  setServerUp: (to: boolean) => void
  restored: () => void
}
type Befall = Partial<Record<StepKind, (phone: SimPhone, step: Step) => Promise<void> | void>>

/** What befalls phones, wire and server, by the kind of step. */
export const befalling = (parts: Parts): Befall => {
  const { phones, server, net, time, looks, happened, schedule, campuses, wiped, enter, switchOn } = parts
  const { setServerUp, restored } = parts
  let backup: { at: number; putBack: () => Promise<void> } | undefined
  const putBack = async () => {
    if (!backup || time.now() - backup.at > oldestBackup) return
    happened.add('restored from a backup')
    restored()
    // Nobody puts one back twice within a second: the server's numbers leap by its clock.
    await time.pass(SECOND)
    await backup.putBack()
  }
  return {
    deliver: async (_, { a, b, c, d }) => {
      for (let frame = 0; frame <= d * burst; frame += 1)
        await net.deliver(another(a, frame), another(b, frame), another(c, frame), schedule.weather)
    },
    // For a while everything goes well.
    fair: async (_, { a }) => {
      for (let frame = 0; frame < a * 60 && net.count() > 0; frame += 1) await net.deliver(0, 1, 0, 0)
    },
    replay: async (_, { b }) => {
      const standing = () =>
        JSON.stringify(phones.map((phone) => [phone.state()?.cursor ?? 0, phone.state()?.acked ?? 0]))
      const before = standing()
      await net.replay(b, (at) => phones[at]?.call())
      looks.holds('I17', standing() === before, () => `${before} became ${standing()}`)
    },
    pass: (_, { b, c }) => time.pass(Math.floor(b < 0.8 ? c * 5 * SECOND : c * 40 * SECOND)),
    passLong: async (_, { a, b, c }) => {
      const isLong = b > (schedule.kind === 'months' ? 0.3 : 0.95)
      const ms = Math.floor(isLong ? c * 60 * DAY : b < 0.65 ? c * 6 * HOUR : c * 10 * DAY)
      const isAway = phones.some((phone) => !phone.isOnline())
      if (ms > DAY && isAway) happened.add('offline for days')
      if (ms > 14 * DAY && isAway) happened.add('offline for weeks')
      for (const phone of phones) phone.sleep()
      await time.pass(ms)
      // No page stays open for so long that its row may be forgotten under it.
      if (ms > 14 * DAY) for (const phone of phones) phone.opens(undefined)
      if (a < 0.3) await putBack()
      for (const phone of phones) phone.wake()
    },
    offline: (phone) => {
      if (phone.isOnline()) happened.add('offline')
      phone.goOnline(false)
    },
    online: (phone) => phone.goOnline(true),
    kill: (phone) => {
      if (phone.isOn()) happened.add('killed')
      phone.kill()
    },
    start: switchOn,
    update: (phone) => {
      if (phone.update()) happened.add('updated')
    },
    dieAt: (phone, { b, c }) => phone.dieAt(b < 0.5 ? 'before-commit' : 'after-commit', Math.floor(c * c * 5)),
    open: (phone, step) => phone.opens(rowFor(phone, step)),
    tab: async (phone) => {
      if (phone.isOn() && phone.call() !== undefined) happened.add('two tabs')
      phone.openTab()
    },
    limit: (_, { b, c }) => server.limit(b < 0.3 ? Number.POSITIVE_INFINITY : 600 + Math.floor(c * 1_200)),
    clock: (phone, { b, c }) => {
      const skews = [0, 0, 2 * HOUR, -2 * HOUR, DAY, -DAY, Math.floor(c * 10 * SECOND), in2038 - time.now()]
      const skew = skews[Math.floor(b * skews.length)] ?? 0
      const isSame = Math.abs(phone.clock() - time.now() - skew) < SECOND
      phone.setSkew(skew)
      if (!isSame) happened.add(skew > 1_000 * DAY ? 'clock in 2038' : 'clock set')
    },
    serverCut: (_, { b, c }) => {
      server.cutAt(cuts[Math.floor(b * cuts.length)] ?? 'before commit')
      if (c < 0.3) {
        setServerUp(false)
        for (const one of phones) one.isCutOff()
        time.timer(() => setServerUp(true), c * 100 * SECOND)
      }
    },
    backup: async () => {
      backup = { at: time.now(), putBack: await server.backup() }
    },
    restoreBackup: putBack,
    signOut: (phone) => {
      if (server.isIn(phone.campus, phone.device())) happened.add('signed out')
      return server.signOut(phone.campus, phone.device())
    },
    enter,
    wipe: async (phone, { c }) => {
      // Both at once: what only this phone could offer again is gone.
      if (c < 0.4) await putBack()
      happened.add('storage wiped')
      wiped.add(phone.device())
      phone.wipe()
      phone.start()
      await settled()
      await enter(phone)
    },
    foreign: async (phone, { b }) => {
      const text = JSON.stringify({ p: 1, rid: 'f', cursor: 0, changes: phone.waiting() })
      const other = campuses.find((one) => one !== phone.campus) as string
      const before = await server.changesTaken()
      const { heard } = await server.handle(b < 0.9 ? other : `${other}x`, phone.device(), text)
      happened.add('foreign campus asked')
      looks.holds(
        'I11',
        heard?.status === 404 || heard?.status === 413,
        () => `a stranger is answered ${heard?.status}`,
      )
      looks.holds('I17', (await server.changesTaken()) === before, () => 'a stranger changed something')
    },
    smallPages: (phone, { b }) => {
      happened.add('small pages')
      const rows = 1 + Math.floor(b * 7)
      phone.link.size = { ...phone.link.size, rows, changes: rows }
    },
  }
}

import type { AnyRow } from '../../src/domain/record.ts'
import type { Change } from '../../src/protocol/change.ts'
import type { Ledger } from '../../src/server/ledger.ts'
import { type Chance, chanceFrom } from './chance.ts'
import { act, isDeed, rowFor } from './deeds.ts'
import type { Fault, Tally } from './faults.ts'
import type { Frame } from './frame.ts'
import type { Looks } from './invariants.ts'
import { type SimPhone, simPhone } from './sim-phone.ts'
import { cuts, simServer } from './sim-server.ts'
import { settled, simTime } from './sim-time.ts'
import { type Schedule, type Step, stepOf } from './steps.ts'
import { wire } from './wire.ts'

const [SECOND, HOUR, DAY] = [1_000, 3_600_000, 86_400_000]
const start = Date.UTC(2026, 10, 22, 12)
const in2038 = Date.UTC(2038, 0, 19, 3, 14, 8)
/** A backup that is older than phones keep what was acknowledged cannot be made whole again. */
const oldestBackup = 20 * DAY

/** A change as it was minted, by whom, when it truly was (ms since 1970), what they had before them. */
export type Minted = {
  campus: string
  device: string
  change: Change
  at: number
  seen: AnyRow | undefined
  knewTime: boolean
}
export type Parts = {
  file: string
  ledger: Ledger
  happened: Tally<Fault>
  looks: Looks
  schedule: Schedule
  name: string
}

/** Two campuses on one server, their phones, and all that travels between them. */
export const openWorld = async ({ file, ledger, happened, looks, schedule, name }: Parts) => {
  const time = simTime(start)
  const chance: Chance = chanceFrom(schedule.seed ^ 0x5bd1e995)
  const campuses = ['a', 'b'].map((one) => `${name}-${one}`) as [string, string]
  const server = simServer({ file, ledger }, campuses, {
    now: time.now,
    fell: (how) => happened.add(how === 'too large' ? how : `power cut ${how}`),
  })
  const minted: Minted[] = []
  /** Devices whose storage was cleared: what they had not sent is gone, and no app can change that. */
  const wiped = new Set<string>()
  let backup: { at: number; putBack: () => Promise<void> } | undefined
  let [isServerUp, restores] = [true, 0]

  const phoneOf = (frame: Frame) => phones[frame.phone] as SimPhone
  const arrive = async (frame: Frame): Promise<void> => {
    const phone = phoneOf(frame)
    if (frame.kind === 'request') {
      if (!isServerUp || !phone.isOnline()) return
      const { heard, told } = await server.handle(frame.campus, frame.device, frame.text)
      if (told)
        for (const other of phones)
          if (other !== phone && other.campus === frame.campus && other.isOn() && other.isOnline())
            net.send({ kind: 'poke', phone: other.at, call: 0, campus: frame.campus })
      if (heard) net.send({ ...frame, kind: 'answer', heard })
    } else {
      if (frame.kind === 'answer') {
        const strange = `${phone.campus === campuses[0] ? 'B' : 'A'}canari`
        looks.holds('I11', !frame.heard.text.includes(strange), () => `${strange} at phone ${phone.at}`)
        const [found] = /"digest":"\w+"/.exec(frame.heard.text) ?? []
        // After a restore, what a cleared phone alone had sent stays with those who heard it (decision 0014).
        if (found && restores === 0)
          looks.holds('digest', found === '"digest":"same"', () => `phone ${phone.at} differs from its server`)
      }
      phone.hear(frame)
    }
    await settled()
  }
  const net = wire(happened, arrive)
  // The last two belong to the second campus; the first two are one person's.
  const phones: SimPhone[] = Array.from({ length: schedule.phones }, (_, at) =>
    simPhone({
      at,
      campus: at >= schedule.phones - 2 ? campuses[1] : campuses[0],
      member: `${name}-person-${at === 1 ? 0 : at}`,
      time,
      chance,
      send: net.send,
      reach: () => {
        const phone = phones[at] as SimPhone
        if (!isServerUp || !phone.isOnline()) return 'no server'
        return server.isIn(phone.campus, phone.device()) ? 'heard' : 'refused'
      },
      minted: (device, change, seen, knewTime) => {
        minted.push({ campus: (phones[at] as SimPhone).campus, device, change, at: time.now(), seen, knewTime })
      },
      died: (death) => happened.add(death === 'before-commit' ? 'killed before commit' : 'killed after commit'),
    }),
  )
  const enter = async (phone: SimPhone) => {
    const isNew = !server.isIn(phone.campus, phone.device())
    await server.enter(phone.campus, phone.device(), phone.member)
    if (isNew) phone.now()
  }
  const switchOn = async (phone: SimPhone) => {
    phone.start()
    await settled()
  }

  let words = 0
  const newWord = (phone: SimPhone) => {
    words += 1
    return `${phone.campus === campuses[0] ? 'A' : 'B'}canari${words}`
  }
  const befall: Record<string, (phone: SimPhone, step: Step) => Promise<void> | void> = {
    deliver: (_, { a, b, c }) => net.deliver(a, b, c, schedule.weather),
    replay: async (_, { b }) => {
      const standing = () =>
        JSON.stringify(phones.map((phone) => [phone.state()?.cursor ?? 0, phone.state()?.acked ?? 0]))
      const before = standing()
      await net.replay(b, (at) => phones[at]?.call())
      looks.holds('I17', standing() === before, () => `${before} became ${standing()}`)
    },
    pass: (_, { b, c }) => time.pass(Math.floor(b < 0.8 ? c * 5 * SECOND : c * 40 * SECOND)),
    passLong: async (_, { b, c }) => {
      const ms = Math.floor(b < 0.6 ? c * 6 * HOUR : b < 0.9 ? c * 10 * DAY : c * 60 * DAY)
      const isAway = phones.some((phone) => !phone.isOnline())
      if (ms > DAY && isAway) happened.add('offline for days')
      if (ms > 14 * DAY && isAway) happened.add('offline for weeks')
      for (const phone of phones) phone.sleep()
      await time.pass(ms)
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
      happened.add(skew > 1_000 * DAY ? 'clock in 2038' : 'clock set')
      phone.setSkew(skew)
    },
    serverCut: (_, { b, c }) => {
      server.cutAt(cuts[Math.floor(b * cuts.length)] ?? 'before commit')
      if (c < 0.3) {
        isServerUp = false
        for (const one of phones) one.isCutOff()
        time.timer(
          () => {
            isServerUp = true
          },
          c * 100 * SECOND,
        )
      }
    },
    backup: () => {
      backup = { at: time.now(), putBack: server.backup() }
    },
    restoreBackup: async () => {
      if (!backup || time.now() - backup.at > oldestBackup) return
      happened.add('restored from a backup')
      restores += 1
      await backup.putBack()
    },
    signOut: (phone) => {
      happened.add('signed out')
      server.signOut(phone.campus, phone.device())
    },
    enter,
    wipe: async (phone) => {
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
      const before = server.changesTaken()
      const { heard } = await server.handle(b < 0.9 ? other : `${other}x`, phone.device(), text)
      happened.add('foreign campus asked')
      looks.holds(
        'I11',
        heard?.status === 404 || heard?.status === 413,
        () => `a stranger is answered ${heard?.status}`,
      )
      looks.holds('I17', server.changesTaken() === before, () => 'a stranger changed something')
    },
    smallPages: (phone, { b }) => {
      happened.add('small pages')
      const rows = 1 + Math.floor(b * 7)
      phone.link.size = { ...phone.link.size, rows, changes: rows }
    },
  }

  for (const id of campuses) await ledger.addCampus({ id })
  for (const phone of phones) {
    await switchOn(phone)
    await enter(phone)
  }
  // A campus has rows before anything goes wrong.
  for (const phone of [phones[0], phones[1], phones[0], phones.at(-1)])
    if (phone) await act(phone, 'note', stepOf(chance, false), newWord(phone))
  return {
    ...{ time, campuses, server, phones, minted, wiped, net, enter },
    isRestored: () => restores > 0,
    changesTaken: server.changesTaken,
    setServerUp: () => {
      isServerUp = true
    },
    async live(step: Step) {
      const phone = phones[Math.floor(step.d * phones.length)] as SimPhone
      const word = newWord(phone)
      if (step.kind === 'late' && phone.opened() && phone.isOn()) happened.add('saved late')
      if (isDeed(step.kind)) void act(phone, step.kind, step, word)
      else await befall[step.kind]?.(phone, step)
      await settled()
    },
    close: () => server.close(),
  }
}
export type World = Awaited<ReturnType<typeof openWorld>>

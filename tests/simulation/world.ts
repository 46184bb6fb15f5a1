import type { AnyRow } from '../../src/domain/record.ts'
import type { Change } from '../../src/protocol/change.ts'
import type { Ledger } from '../../src/server/ledger.ts'
import type { Database } from '../../src/server/sql/database.ts'
import { loadProse } from '../../src/store/prose.ts'
import { loadTextEdits } from '../../src/store/write.ts'
import { catalog } from '../prose/minutes.ts'
import { befalling } from './befall.ts'
import { type Chance, chanceFrom } from './chance.ts'
import { act, isDeed } from './deeds.ts'
import type { Fault, Tally } from './faults.ts'
import type { Frame } from './frame.ts'
import { type HeardWord, wordsOn } from './heard-words.ts'
import type { Looks } from './invariants.ts'
import { type Prose, writeIn } from './prose-deeds.ts'
import { type SimPhone, simPhone } from './sim-phone.ts'
import { simServer } from './sim-server.ts'
import { settled, simTime } from './sim-time.ts'
import { type Schedule, type Step, stepOf } from './steps.ts'
import { wire } from './wire.ts'

const start = Date.UTC(2026, 10, 22, 12)

/** A change as it was minted, by whom, when it truly was (ms since 1970), what they had before them. */
export type Minted = {
  campus: string
  device: string
  change: Change
  at: number
  seen: AnyRow | undefined
  knewTime: boolean
  /** Of how many restores its phone had heard. */
  age: number
}
export type Parts = {
  database: Database
  ledger: Ledger
  /** Of the ledger: the schedule's from here on. */
  clock: { now: () => number }
  happened: Tally<Fault>
  looks: Looks
  schedule: Schedule
  name: string
}

/** Two campuses on one server, their phones, and all that travels between them. */
export const openWorld = async ({ database, ledger, clock, happened, looks, schedule, name }: Parts) => {
  await Promise.all([loadProse(), loadTextEdits()])
  const time = simTime(start)
  clock.now = time.now
  const chance: Chance = chanceFrom(schedule.seed ^ 0x5bd1e995)
  const campuses = ['a', 'b'].map((one) => `${name}-${one}`) as [string, string]
  const server = await simServer({ database, ledger }, campuses, {
    ...{ now: time.now, catalog, fold: 1 + (schedule.seed % 4) * 3 },
    fell: (how) => happened.add(how === 'too large' || how === 'text folded' ? how : `power cut ${how}`),
  })
  const minted: Minted[] = []
  /** Devices whose storage was cleared: what they had not sent is gone, and no app can change that. */
  const wiped = new Set<string>()
  /** What phones had before them when they heard of a restore. */
  const heard: HeardWord[] = []
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
        if (found) looks.holds('digest', found === '"digest":"same"', () => `phone ${phone.at} differs from its server`)
      }
      const isOther = /"epoch":"/.test(frame.kind === 'answer' ? frame.heard.text : '')
      const [epoch, words] = [phone.state()?.epoch, isOther ? wordsOn(phone) : []]
      phone.hear(frame)
      await settled()
      if (epoch !== undefined && phone.state()?.epoch !== epoch) heard.push(...words)
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
      // Every third waits for its update, some for the second one.
      behind: at % 3 !== 2 ? 0 : schedule.builds === 2 && (schedule.seed + at) % 2 === 1 ? 2 : 1,
      send: net.send,
      reach: () => {
        const phone = phones[at] as SimPhone
        if (!isServerUp || !phone.isOnline()) return 'no server'
        return server.isIn(phone.campus, phone.device()) ? 'heard' : 'refused'
      },
      minted: (device, change, seen, knewTime) => {
        const phone = phones[at] as SimPhone
        if (change.heard) happened.add('said again')
        const age = server.ageOf(phone.state()?.epoch)
        minted.push({ campus: phone.campus, device, change, at: time.now(), seen, knewTime, age })
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

  const prose: Prose = { written: [], erased: new Set() }
  let words = 0
  const newWord = (phone: SimPhone) => {
    words += 1
    return `${phone.campus === campuses[0] ? 'A' : 'B'}canari${words}`
  }
  const befall = befalling({
    ...{ phones, server, net, time, looks, happened, schedule, campuses, wiped, enter, switchOn },
    setServerUp: (to) => {
      isServerUp = to
    },
    restored: () => {
      restores += 1
    },
  })

  for (const id of campuses) await ledger.addCampus({ id })
  for (const phone of phones) {
    await switchOn(phone)
    await enter(phone)
  }
  // A campus has rows before anything goes wrong.
  for (const phone of [phones[0], phones[1], phones[0], phones.at(-1)])
    if (phone) await act(phone, 'note', stepOf(chance, 'usual'), newWord(phone))
  await act(phones[0] as SimPhone, 'minutes', stepOf(chance, 'usual'), newWord(phones[0] as SimPhone))
  return {
    ...{ time, campuses, server, phones, minted, wiped, heard, net, enter, prose },
    isRestored: () => restores > 0,
    changesTaken: server.changesTaken,
    setServerUp: () => {
      isServerUp = true
    },
    /** Somebody notes something, in fair weather. */
    note: (phone: SimPhone) => act(phone, 'note', stepOf(chance, 'usual'), newWord(phone)),
    async live(step: Step) {
      const phone = phones[Math.floor(step.d * phones.length)] as SimPhone
      const word = newWord(phone)
      if (step.kind === 'late' && phone.opened() && phone.isOn()) happened.add('saved late')
      if (step.kind === 'write') void writeIn(phone, step, word, prose)
      else if (isDeed(step.kind)) void act(phone, step.kind, step, word)
      else await befall[step.kind]?.(phone, step)
      await settled()
    },
  }
}
export type World = Awaited<ReturnType<typeof openWorld>>

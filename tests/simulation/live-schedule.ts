import type { Ledger } from '../../src/server/ledger.ts'
import type { Database } from '../../src/server/sql/database.ts'
import { checkEnd } from './check-end.ts'
import { stepChecks } from './check-step.ts'
import type { Fault, Tally } from './faults.ts'
import type { Looks } from './invariants.ts'
import { drawFrom } from './lot.ts'
import { serverDigest } from './server-digest.ts'
import { settled } from './sim-time.ts'
import type { Schedule } from './steps.ts'
import { openWorld, type World } from './world.ts'

export type Given = {
  database: Database
  ledger: Ledger
  clock: { now: () => number }
  happened: Tally<Fault>
  looks: Looks
  name: string
}

const SECOND = 1_000
/** So long after the last fault everything is where it belongs. */
const minute = 60

/** No exchange of a few phones takes so many frames. */
const endless = 3_000

/** What is on its way arrives, in order and untouched, until nothing is. */
const calm = async ({ net }: World, looks: Looks) => {
  let frames = 0
  for (; net.count() > 0 && frames < endless; frames += 1) await net.deliver(0, 1, 0, 0)
  looks.holds('I14', frames < endless, () => 'they never come to an end')
}
const isDone = ({ phones }: World) =>
  phones.every((phone) => {
    const state = phone.state()
    return phone.waiting().length === 0 && state?.left === undefined && state?.trouble === undefined
  })

/** No fault any more: all phones on, in reach and let in. */
const heal = async (world: World, looks: Looks) => {
  world.setServerUp()
  world.server.spare()
  await calm(world, looks)
  for (const phone of world.phones) {
    phone.dieAt(undefined)
    phone.start()
    await settled()
    await world.enter(phone)
    phone.goOnline(true)
    await settled()
  }
  // What is too large must be found to be, and not be tried for ever.
  await calm(world, looks)
  world.server.limit(Number.POSITIVE_INFINITY)
}

/** What two people note reaches everybody, and little else travels: each change up once and down to each phone. */
const traffic = async (world: World, looks: Looks, until: () => Promise<void>) => {
  const [before, first] = [world.net.characters(), world.minted.length]
  for (const phone of world.phones.slice(0, 2)) {
    await world.note(phone)
    await until()
  }
  const all = world.phones.filter(({ campus }) => campus === world.phones[0]?.campus).length
  const payload = all * JSON.stringify(world.minted.slice(first).map(({ change }) => change)).length
  const travelled = world.net.characters() - before
  looks.holds('I16', travelled <= 3 * payload, () => `${travelled} characters for ${payload}`)
}

/**
 * Lives through a schedule, lets everything be said, and looks whether all held. Gives a digest of what the server holds.
 * @throws Violation
 */
export const liveSchedule = async (schedule: Schedule, given: Given): Promise<number> => {
  const { happened, looks } = given
  drawFrom(schedule.seed)
  const world = await openWorld({ ...given, schedule })
  const check = stepChecks(looks)
  await calm(world, looks)
  for (const step of schedule.steps) {
    await world.live(step)
    for (const phone of world.phones) check(phone)
  }
  await heal(world, looks)
  const pass = async (seconds: number, isOver = () => false) => {
    const end = world.time.now() + seconds * SECOND
    await calm(world, looks)
    while (world.time.now() < end && !isOver()) {
      await world.time.pass(Math.min(end - world.time.now(), world.time.untilNext()))
      await calm(world, looks)
      for (const phone of world.phones) check(phone)
    }
  }
  await pass(3)
  await pass(minute - 3, () => isDone(world))
  looks.holds('I13', isDone(world), () =>
    world.phones.map((phone) => `${phone.waiting().length} ${phone.state()?.trouble ?? ''}`).join(', '),
  )
  // Pokes may have been lost: each phone has looked once more by then.
  await pass(620)
  const refused = world.phones.flatMap(({ disk }) => [...disk.rowsOf('refused').values()])
  if (refused.some(({ code }) => code === 'invalid')) happened.add('refused change')
  if (world.phones.some((phone) => phone.behind() === 1)) happened.add('earlier build')
  if (world.phones.some((phone) => phone.behind() === 2)) happened.add('two builds earlier')
  if (world.minted.some(({ change }) => 'futureField' in change.fields)) happened.add('later build')
  if (refused.some(({ code }) => code === 'too-large')) happened.add('set aside')
  await checkEnd(looks, happened, world)
  const before = await world.changesTaken()
  await pass(120)
  const after = await world.changesTaken()
  looks.holds('I14', after === before, () => `${after - before} changes by themselves`)
  await traffic(world, looks, () => pass(30))
  return serverDigest(world)
}

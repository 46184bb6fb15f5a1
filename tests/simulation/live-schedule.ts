import type { Ledger } from '../../src/server/ledger.ts'
import { checkEnd } from './check-end.ts'
import { stepChecks } from './check-step.ts'
import type { Fault, Tally } from './faults.ts'
import type { Looks } from './invariants.ts'
import { settled } from './sim-time.ts'
import type { Schedule } from './steps.ts'
import { openWorld, type World } from './world.ts'

export type Given = { file: string; ledger: Ledger; happened: Tally<Fault>; looks: Looks; name: string }

const SECOND = 1_000
/** So long after the last fault everything is where it belongs. */
const minute = 60

/** What is on its way arrives, in order and untouched, until nothing is. */
const calm = async ({ net }: World) => {
  while (net.count() > 0) await net.deliver(0, 1, 0, 0)
}
const isDone = ({ phones }: World) =>
  phones.every((phone) => {
    const state = phone.state()
    return phone.waiting().length === 0 && state?.left === undefined && state?.trouble === undefined
  })

/** No fault any more: all phones on, in reach and let in. */
const heal = async (world: World) => {
  world.setServerUp()
  world.server.spare()
  await calm(world)
  for (const phone of world.phones) {
    phone.dieAt(undefined)
    phone.start()
    await settled()
    await world.enter(phone)
    phone.goOnline(true)
    await settled()
  }
}

/** Lives through a schedule, lets everything be said, and looks whether all held. @throws Violation */
export const liveSchedule = async (schedule: Schedule, { file, ledger, happened, looks, name }: Given) => {
  const world = await openWorld({ file, ledger, happened, schedule, name, looks })
  try {
    const check = stepChecks(looks)
    for (const step of schedule.steps) {
      await world.live(step)
      for (const phone of world.phones) check(phone)
    }
    await heal(world)
    const pass = async (seconds: number, isOver = () => false) => {
      for (let second = 0; second < seconds && !isOver(); second += 1) {
        await calm(world)
        await world.time.pass(SECOND)
        for (const phone of world.phones) check(phone)
      }
      await calm(world)
    }
    await pass(3)
    await pass(minute - 3, () => isDone(world))
    looks.holds('I13', isDone(world), () =>
      world.phones.map((phone) => `${phone.waiting().length} ${phone.state()?.trouble ?? ''}`).join(', '),
    )
    // Pokes may have been lost: each phone has looked once more by then.
    await pass(70)
    if (world.phones.some(({ disk }) => disk.rowsOf('refused').size > 0)) happened.add('refused change')
    checkEnd(looks, world, world.isRestored())
    const before = world.changesTaken()
    await pass(120)
    looks.holds('I14', world.changesTaken() === before, () => `${world.changesTaken() - before} changes by themselves`)
  } finally {
    world.close()
  }
}

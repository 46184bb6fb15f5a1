import type { Engine } from './engines.ts'
import { runSchedules } from './run-schedules.ts'
import type { Schedule, Step } from './steps.ts'

/** The fewest steps found that still fail by the same invariant: parts are left out, ever smaller ones. */
export const shrunk = async (schedule: Schedule, invariant: string, engine: Engine): Promise<Schedule> => {
  const fails = async (steps: Step[]) =>
    (await runSchedules([{ ...schedule, steps }], engine)).failed?.invariant === invariant
  let steps = schedule.steps
  for (let size = Math.ceil(steps.length / 2); size > 0; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let at = 0; at < steps.length; ) {
      const fewer = [...steps.slice(0, at), ...steps.slice(at + size)]
      if (await fails(fewer)) steps = fewer
      else at += size
    }
  }
  return { ...schedule, steps }
}

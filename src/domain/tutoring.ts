import { schoolYearOf } from './indicators/months.ts'
import type { Placement } from './records/placement.ts'

/** The law lets one person follow so many agreements at once; each pupil has one. */
export const mostTutored = 3

/** One without an end lasts until its school year does. */
const isRunning = ({ startsOn, endsOn }: Placement, today: string) =>
  startsOn <= today && (endsOn ?? `${schoolYearOf(startsOn) + 1}-08-31`) >= today

/** How many agreements run on this day among the placements of a tutor. */
export const runningOf = (placements: readonly Placement[], today: string): number =>
  placements.filter((one) => isRunning(one, today)).reduce((sum, { number }) => sum + Math.max(0, number), 0)

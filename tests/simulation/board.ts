import { withDigest } from '../../src/protocol/row-digest.ts'
import { type Invariant, invariants } from './invariants.ts'
import type { Report } from './run-schedules.ts'

const sum = (one: Record<string, number>, other: Record<string, number>) =>
  Object.fromEntries(
    [...new Set([...Object.keys(one), ...Object.keys(other)])].map((key) => [key, (one[key] ?? 0) + (other[key] ?? 0)]),
  )
/** Several runs as one; the first that failed stands for all. */
export const together = (reports: readonly Report[]): Report =>
  reports.reduce((all, one) => ({
    schedules: all.schedules + one.schedules,
    faults: sum(all.faults, one.faults),
    looks: sum(all.looks, one.looks),
    digest: withDigest(all.digest, one.digest),
    ...((all.failed ?? one.failed) && { failed: all.failed ?? one.failed }),
  })) as Report

/** A kind of fault in fewer schedules than this is not shown to be borne. */
const least = 0.01
/** From so many schedules on, a rare kind is no accident. */
const enough = 500
export const missedFaults = ({ schedules, faults }: Report): string[] =>
  schedules < enough ? [] : Object.keys(faults).filter((name) => (faults[name] ?? 0) < schedules * least)
export const missedLooks = ({ schedules, looks }: Report): string[] =>
  schedules < enough ? [] : Object.keys(looks).filter((name) => looks[name] === 0)

/** What happened and what was looked at, as tables. */
export const boardOf = (report: Report): string => {
  const { schedules, faults, looks } = report
  const share = (times: number) => `${((100 * times) / schedules).toFixed(1)} %`.padStart(8)
  return [
    'fault'.padEnd(28) + 'in schedules'.padStart(14),
    ...Object.entries(faults).map(([name, times]) => `${name.padEnd(28)}${String(times).padStart(14)} ${share(times)}`),
    '',
    'invariant'.padEnd(76) + 'looked at'.padStart(12),
    ...Object.entries(looks).map(
      ([name, times]) => `${`${name}  ${invariants[name as Invariant]}`.padEnd(76)}${String(times).padStart(12)}`,
    ),
    '',
    `${schedules} schedules lived through, ${report.failed ? 1 : 0} violations, digest ${report.digest.toString(16).padStart(12, '0')}`,
  ].join('\n')
}

import type { Spread } from './spread.ts'

/** One line of the table: what was measured from when to when, against what, and what is allowed. */
export type Figure = {
  name: string
  start: string
  end: string
  /** What ours is compared with, in the same run and by turns. */
  baseline?: string
  ours: string
  theirs?: string
  /** Ours by the baseline's, medians. */
  ratio?: number
  budget: string
  /** Undefined for what is only told. */
  kept?: boolean
}

export const ms = ({ median, p95, count }: Spread): string => `${median.toFixed(1)} / ${p95.toFixed(1)} ms (${count})`
export const ratioOf = (ours: Spread, theirs: Spread): number => ours.median / theirs.median

const columns = ['figure', 'ours, median / p95 (times)', 'baseline', 'ratio', 'budget', ''] as const
const widths = [41, 29, 25, 8, 26, 4]
const line = (cells: readonly string[]) =>
  cells
    .map((cell, n) => cell.padEnd(widths[n] ?? 0))
    .join(' ')
    .trimEnd()

export const tableOf = (figures: readonly Figure[]): string => {
  const rule = '─'.repeat(widths.reduce((sum, width) => sum + width + 1, 0))
  const body = figures.flatMap(({ name, start, end, baseline, ours, theirs, ratio, budget, kept }) => [
    line([
      name,
      ours,
      theirs ?? '',
      ratio === undefined ? '' : `${ratio.toFixed(2)} ×`,
      budget,
      kept === undefined ? '' : kept ? 'ok' : 'OVER',
    ]),
    `  from ${start}`,
    `  to ${end}`,
    ...(baseline ? [`  against ${baseline}`] : []),
  ])
  return [line(columns), rule, ...body].join('\n')
}

import type { Affiliation } from './records/affiliation.ts'

/** Whether somebody is there on this day, `YYYY-MM-DD`: the day one leaves is the first without them. */
export const isRunning = ({ until }: Pick<Affiliation, 'until'>, today: string): boolean => !until || until > today

/** Tells an answer to one request from those to others; `random`: from 0 to 1. */
export const newRid = (random: () => number): string => Math.floor(random() * 36 ** 6).toString(36)

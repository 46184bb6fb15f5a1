/** The first list stands and ＋ answers: what nobody waits for may be fetched now. */
export const rested = new Promise<void>((done) => setTimeout(done, 1_000))

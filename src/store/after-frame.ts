/** A page that is not seen draws nothing; in ms. */
const atMost = 250

/** After the next picture, so that what it shows waits for nothing that it does not show. */
export const afterFrame = (): Promise<void> =>
  new Promise((done) => {
    const late = setTimeout(done, atMost)
    requestAnimationFrame(() => {
      clearTimeout(late)
      setTimeout(done)
    })
  })

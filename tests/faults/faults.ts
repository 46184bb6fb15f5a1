import type { Answer, Exchange, Fault } from './proxy.ts'

/** An answer made up on the way. What makes an answer up does not name its version. */
export const made = (status: number, type: string, text: string, headers: Answer['headers'] = {}): Answer => ({
  status,
  headers: { 'content-type': type, 'cache-control': 'no-cache', ...headers },
  body: Buffer.from(text),
})
const page = (status: number, title: string, headers: Answer['headers'] = {}) =>
  made(status, 'text/html', `<!doctype html><h1>${title}</h1>`, headers)

/** Something answers in the server's place, and the server hears nothing. */
export const answering =
  (answer: Answer): Fault =>
  ({ give }) =>
    give(answer)
export const portal = answering(page(200, 'Bienvenue sur le Wi-Fi'))
/** A proxy that takes no more than so many bytes, and does not say how many. */
export const tooLarge =
  (most: number): Fault =>
  async ({ size, forward, give }) =>
    give(size > most ? page(413, 'Request Entity Too Large') : await forward())
/** A server that wants to be left alone for so many seconds. */
export const busy = (seconds: number) => answering(page(429, 'Too Many Requests', { 'retry-after': String(seconds) }))

/** Changes what the server answered, on its way. */
export const changing =
  (change: (answer: Answer, path: string) => Answer | Promise<Answer>): Fault =>
  async ({ path, forward, give }) => {
    const answer = await forward()
    const changed = await change(answer, path)
    const { etag: _, ...headers } = changed.headers
    give(changed === answer ? answer : { ...changed, headers })
  }

/** The server did it, and the line breaks before a byte of its reply. */
export const lostReply: Fault = async ({ forward, reset }) => {
  await forward()
  reset()
}
/** The line breaks half-way through the reply. */
export const cutReply: Fault = async ({ forward, cut }) => cut(await forward())
/** The line takes all and brings nothing, in either direction. */
export const silence: Fault = () => {}
/** The request comes twice to the server: one after the other, as browsers and proxies repeat what they think was lost. */
export const twice: Fault = async ({ forward, give }) => {
  await forward()
  give(await forward())
}
/** The same, both at once. */
export const twiceAtOnce: Fault = async ({ forward, give }) => {
  const [answer] = await Promise.all([forward(), forward()])
  give(answer)
}

/** Every reply is the one that was given first: an old one, but a genuine one. */
export const replaying = (): Fault => {
  let first: Promise<Answer> | undefined
  return async ({ forward, give }) => {
    first ??= forward()
    give(await first)
  }
}
/** A request stays on its way until the next one was answered, and arrives then: the later one came first. */
export const overtaken = (): Fault => {
  let held: Exchange | undefined
  return async (exchange) => {
    if (!held) {
      held = exchange
      return
    }
    exchange.give(await exchange.forward())
    const late = held
    held = undefined
    late.give(await late.forward())
  }
}
/** Of two answers that are on their way at once, the first is given last. */
export const swapped = (): Fault => {
  let giveFirst: (() => void) | undefined
  return async ({ forward, give }) => {
    const answer = await forward()
    if (!giveFirst) {
      const timer = setTimeout(() => giveFirst?.(), 2_000)
      giveFirst = () => {
        clearTimeout(timer)
        giveFirst = undefined
        give(answer)
      }
      return
    }
    give(answer)
    giveFirst()
  }
}

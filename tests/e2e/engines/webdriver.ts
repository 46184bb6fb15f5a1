import { once } from 'node:events'
import { connect } from 'node:net'

/** What is asked of a browser, as W3C WebDriver names it by path and Firefox's own line (Marionette) by name. */
const commands = {
  open: ['POST', '/url', 'Navigate'],
  reload: ['POST', '/refresh', 'Refresh'],
  find: ['POST', '/elements', 'FindElements'],
  click: ['POST', '/element/{id}/click', 'ElementClick'],
  clear: ['POST', '/element/{id}/clear', 'ElementClear'],
  type: ['POST', '/element/{id}/value', 'ElementSendKeys'],
  text: ['GET', '/element/{id}/text', 'GetElementText'],
  label: ['GET', '/element/{id}/computedlabel', 'GetComputedLabel'],
  isDisplayed: ['GET', '/element/{id}/displayed', 'IsElementDisplayed'],
  run: ['POST', '/execute/sync', 'ExecuteScript'],
  resize: ['POST', '/window/rect', 'SetWindowRect'],
} as const

type Given = Record<string, unknown> & { id?: string }
/** Gives the browser's answer, or fails with the error WebDriver names ("stale element reference", …). */
export type Driver = (command: keyof typeof commands, given?: Given) => Promise<unknown>

/** Elements travel under this key, by the standard. */
export const elementKey = 'element-6066-11e4-a52e-4f735466cecf'

class Refused extends Error {}
/** Whether the page changed under the hand, so that one may try again. */
export const isPassing = (error: unknown): boolean =>
  error instanceof Refused && /stale element|no such element|not interactable|intercepted/.test(error.message)

/** A new session with a WebDriver server. */
export const driveByHttp = async (server: string, capabilities: Record<string, unknown>): Promise<Driver> => {
  const ask = async (method: string, path: string, body: unknown): Promise<unknown> => {
    const reply = await fetch(server + path, { method, ...(method === 'POST' && { body: JSON.stringify(body) }) })
    const { value } = (await reply.json()) as { value: { error?: string; message?: string } | null }
    if (!reply.ok) throw new Refused(`${path}: ${value?.error}: ${value?.message}`)
    return value
  }
  const begun = await ask('POST', '/session', { capabilities: { alwaysMatch: capabilities } })
  const { sessionId } = begun as { sessionId: string }
  return (command, { id = '', ...rest } = {}) => {
    const [method, path] = commands[command]
    return ask(method, `/session/${sessionId}${path.replace('{id}', id)}`, rest)
  }
}

/** A new session with a Firefox that listens on this port. Both sides say `length:JSON`, length in bytes. */
export const driveByMarionette = async (port: number): Promise<Driver> => {
  const line = connect(port, '127.0.0.1').setNoDelay()
  await once(line, 'connect')
  type Waiting = { done: (value: unknown) => void; failed: (error: Error) => void }
  const waiting = new Map<number, Waiting>()
  let come: Buffer = Buffer.alloc(0)
  line.on('data', (part) => {
    come = Buffer.concat([come, part])
    for (;;) {
      const colon = come.indexOf(':')
      const end = colon + 1 + Number(come.subarray(0, colon))
      if (colon < 0 || come.length < end) return
      const said: unknown = JSON.parse(come.subarray(colon + 1, end).toString())
      come = come.subarray(end)
      // The first thing it says is a greeting.
      if (!Array.isArray(said)) continue
      const [, n, error, result] = said
      const { done, failed } = waiting.get(n) as Waiting
      waiting.delete(n)
      if (error) failed(new Refused(`${error.error}: ${error.message}`))
      else done(result && 'value' in result ? result.value : result)
    }
  })
  const end = () => {
    for (const { failed } of waiting.values()) failed(new Error('Firefox is gone'))
    waiting.clear()
  }
  line.on('error', end).on('close', end)
  let last = 0
  const ask = (name: string, given: Given) =>
    new Promise<unknown>((done, failed) => {
      last += 1
      waiting.set(last, { done, failed })
      const text = JSON.stringify([0, last, `WebDriver:${name}`, given])
      line.write(`${Buffer.byteLength(text)}:${text}`)
    })
  await ask('NewSession', {})
  return (command, given = {}) => ask(commands[command][2], given)
}

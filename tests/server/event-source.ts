import { type ClientRequest, get } from 'node:http'
import type { Source } from '../../src/sync/pokes.ts'

/** When a line that broke is opened anew, in ms. */
const AGAIN = 1_000

/** An event source as browsers have them: it comes back by itself unless the server refused it. */
export const eventSource = (url: () => string, headers: Record<string, string>): Source => {
  const heard = new EventTarget()
  let asked: ClientRequest | undefined
  let timer: NodeJS.Timeout | undefined
  let isClosed = false
  const source = {
    readyState: 0 as number,
    addEventListener: heard.addEventListener.bind(heard),
    close: () => {
      isClosed = true
      source.readyState = 2
      clearTimeout(timer)
      asked?.destroy()
    },
  }
  const tell = (name: string) => void heard.dispatchEvent(new Event(name))
  const connect = () => {
    let text = ''
    asked = get(url(), { headers, agent: false }, (answer) => {
      source.readyState = answer.statusCode === 200 ? 1 : 2
      answer.on('error', () => {}).setEncoding('utf8')
      answer.on('data', (part: string) => {
        const events = (text + part).split('\n\n')
        text = events.pop() ?? ''
        for (const event of events) tell(/^event: (.+)$/m.exec(event)?.[1] ?? 'message')
      })
    })
    asked.on('error', () => {})
    asked.on('close', () => {
      // Who closes it hears nothing of it.
      if (isClosed) return
      if (source.readyState === 2) return tell('error')
      source.readyState = 0
      tell('error')
      timer = setTimeout(connect, AGAIN)
    })
  }
  connect()
  return source as unknown as Source
}

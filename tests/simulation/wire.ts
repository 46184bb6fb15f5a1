import { messageType } from '../../src/protocol/sync-message.ts'
import type { Fault, Tally } from './faults.ts'
import type { Frame } from './frame.ts'

const page = { status: 200, type: 'text/html', retryAfter: null, text: '<!doctype html><title>Wi-Fi</title>' }
const proxy = (status: number, retryAfter: string | null = null) => ({
  ...{ status, type: 'text/html', retryAfter, text: '<h1>Proxy</h1>' },
})

/** What a bad link does instead of handing a frame on; by equal chance, within what can happen to it. */
const mishaps = {
  request: ['request lost', 'request twice', 'portal page', 'proxy: too large', 'proxy: busy'],
  answer: ['answer lost', 'answer twice', 'answer cut', 'portal page', 'answer lost'],
  poke: ['answer lost'],
} as const

/** Holds every frame between phones and server until the schedule lets it on. */
export const wire = (happened: Tally<Fault>, arrive: (frame: Frame) => Promise<void>) => {
  let held: Frame[] = []
  const old: Frame[] = []
  let characters = 0
  const answerTo = (frame: Frame, heard: (Frame & { kind: 'answer' })['heard']) =>
    arrive({ ...frame, kind: 'answer', heard })

  const goWrong = async (frame: Frame, b: number) => {
    const list = mishaps[frame.kind]
    const mishap = list[Math.floor(b * list.length)] ?? list[0]
    happened.add(mishap)
    if (mishap === 'request twice' || mishap === 'answer twice') {
      await arrive(frame)
      await arrive(frame)
    } else if (mishap === 'portal page') await answerTo(frame, page)
    else if (mishap === 'proxy: too large') await answerTo(frame, proxy(413))
    else if (mishap === 'proxy: busy') await answerTo(frame, proxy(503, b < 0.9 ? '2' : null))
    else if (mishap === 'answer cut' && frame.kind === 'answer')
      await answerTo(frame, {
        ...frame.heard,
        text: frame.heard.text.slice(0, Math.floor(frame.heard.text.length * b)),
      })
  }
  return {
    send: (frame: Frame) => {
      held.push(frame)
      characters += frame.kind === 'request' ? frame.text.length : frame.kind === 'answer' ? frame.heard.text.length : 0
    },
    /** How many ever travelled. */
    characters: () => characters,
    /** How many are on their way. */
    count: () => held.length,
    /** One frame goes on; a later one may overtake, and by `fate`, from 0 to 1, below `weather` something happens to it. */
    async deliver(a: number, fate: number, b: number, weather: number) {
      const at = a < 0.7 ? 0 : Math.floor(a * held.length)
      const [frame] = held.splice(at, 1)
      if (!frame) return
      if (at > 0) happened.add('overtaken')
      // Of the failures those that a phone does more upon than wait; that one is a stranger is asked again by itself.
      const isKept = frame.kind === 'answer' && [200, 413].includes(frame.heard.status)
      if (isKept && frame.heard.type === messageType) old.push(frame)
      await (fate < weather ? goWrong(frame, b) : arrive(frame))
    },
    /** An answer of before comes again, to whatever its phone asks now. */
    async replay(a: number, callOf: (phone: number) => number | undefined) {
      const frame = old[Math.floor(a * old.length)]
      const call = frame && callOf(frame.phone)
      if (!frame || call === undefined || call === frame.call) return
      happened.add('old answer again')
      await arrive({ ...frame, call })
    },
    forget: () => {
      held = []
    },
  }
}
export type Wire = ReturnType<typeof wire>

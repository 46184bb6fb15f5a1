import { expect, test } from 'vitest'
import { hearPokes } from '../../src/sync/pokes.ts'
import { madeTime } from './made-time.ts'

/** A server one can hear, as far as the test lets it speak. */
const made = () => {
  const time = madeTime()
  const sources: { speak: (event: string, readyState?: number) => void; isClosed: boolean }[] = []
  const heard: string[] = []
  const { stop, again } = hearPokes({
    ...time,
    random: () => 0.5,
    poke: () => heard.push('news'),
    look: () => heard.push('look'),
    open: () => {
      const listeners = new Map<string, () => void>()
      const source = {
        readyState: 1,
        isClosed: false,
        addEventListener: (event: string, listener: () => void) => void listeners.set(event, listener),
        close: () => {
          source.isClosed = true
        },
        speak: (event: string, readyState = 1) => {
          source.readyState = readyState
          listeners.get(event)?.()
        },
      }
      sources.push(source)
      return source as never
    },
  })
  return {
    ...time,
    sources,
    heard,
    stop,
    again,
    speak: (event: string, state?: number) => sources.at(-1)?.speak(event, state),
  }
}

test('as long as the server is heard its news is passed on, and what came before it was heard is looked for', async () => {
  const { heard, pass, speak } = made()
  await pass(4_000)
  speak('hello')
  await pass(290_000)
  expect(heard).toEqual(['news'])
  speak('news')
  expect(heard).toEqual(['news', 'news'])
})

test('a line that is dead and does not tell is not trusted for ever', async () => {
  const { heard, pass, speak } = made()
  speak('hello')
  await pass(450_000 * 2)
  expect(heard).toEqual(['news', 'look', 'look'])
})

test('where no hello comes within five seconds one asks every thirty to sixty seconds', async () => {
  const { heard, pass } = made()
  await pass(5_000 + 45_000 * 3)
  expect(heard).toEqual(['look', 'look', 'look'])
})

test('when the line is cut one asks until it stands again, and then looks for what was not told', async () => {
  const { heard, pass, speak } = made()
  speak('hello')
  speak('error', 0)
  await pass(45_000)
  expect(heard).toEqual(['news', 'look'])
  speak('hello')
  await pass(290_000)
  expect(heard).toEqual(['news', 'look', 'news'])
})

test('a server that refused to be heard is tried again later', async () => {
  const { sources, heard, pass, speak } = made()
  speak('error', 2)
  await pass(299_000)
  expect(sources).toHaveLength(1)
  await pass(2_000)
  expect(sources).toHaveLength(2)
  expect(sources[0]?.isClosed).toBe(true)
  expect(heard.length).toBeGreaterThan(4)
})

test('a server that refused to be heard is asked at once when it is told to', async () => {
  const { sources, heard, pass, again, speak } = made()
  speak('error', 2)
  again()
  expect(sources.map(({ isClosed }) => isClosed)).toEqual([true, false])
  speak('hello')
  await pass(290_000)
  expect(heard).toEqual(['news'])
})

test('after the end nothing is heard and nobody asks', async () => {
  const { sources, heard, pass, stop, speak } = made()
  speak('error', 0)
  stop()
  await pass(3_600_000)
  expect([sources[0]?.isClosed, heard]).toEqual([true, []])
})

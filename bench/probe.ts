/** What a page is asked to tell; all times in ms since its navigation began. */
export type Probe = {
  /** When the first line of a list in the page had been painted. */
  firstRow: Promise<number>
  /** From now on, the next touch is the one that is meant to make a row with this text. */
  awaitTouch: (text: string) => void
  /** From that touch to the frame that shows the row and no open sheet. */
  touchToRow: Promise<number>
  /** From the last key's way down to the last frame that the page drew for it. */
  keyToPaint: () => Promise<number>
  /** Types one letter as soon as the field exists; from then to the frame with nothing but rows that hold it. */
  firstKey: (letters: string) => Promise<number>
}
declare global {
  interface Window {
    probe: Probe
  }
}

/** Runs in the page before its own scripts. */
export const installProbe = (): void => {
  /** The first task after the next frame: what was in the document is on the screen. */
  const painted = () =>
    new Promise<number>((tell) =>
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => tell(performance.now())
        port2.postMessage(0)
      }),
    )
  const until = (holds: () => boolean) =>
    new Promise<void>((done, fail) => {
      if (holds()) return done()
      setTimeout(() => fail(new Error('What was waited for never showed')), 30_000)
      const observer = new MutationObserver(() => {
        if (!holds()) return
        observer.disconnect()
        done()
      })
      observer.observe(document, { childList: true, subtree: true, characterData: true, attributes: true })
    })
  const bare = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  const rows = () => [...document.querySelectorAll('main li')].map((row) => bare(row.textContent ?? ''))
  const answers = (terms: string[]) => {
    const shown = rows()
    return shown.length > 0 && shown.every((row) => terms.every((term) => row.includes(term)))
  }

  let key = 0
  let drawn = 0
  const draw = () => void painted().then((at) => (drawn = at))
  addEventListener('keydown', (event) => (key = event.timeStamp), true)
  addEventListener('input', draw)
  document.addEventListener('DOMContentLoaded', () =>
    new MutationObserver(draw).observe(document.body, { childList: true, subtree: true, characterData: true }),
  )

  window.probe = {
    firstRow: until(() => document.querySelector('main li') !== null).then(painted),
    touchToRow: Promise.resolve(0),
    awaitTouch: (text) => {
      const touch = new Promise<number>((tell) =>
        addEventListener('pointerdown', (event) => tell(event.timeStamp), { capture: true, once: true }),
      )
      // Asked at every mutation, within the time that is measured: what costs least first.
      const list = () => document.querySelector('main ul')?.textContent ?? ''
      window.probe.touchToRow = touch.then(async (touched) => {
        await until(() => !document.querySelector('dialog[open]') && list().includes(text))
        return (await painted()) - touched
      })
    },
    keyToPaint: async () => {
      const field = document.querySelector<HTMLInputElement>('input[type=search]')
      const terms = bare(field?.value ?? '').split(' ')
      while (drawn < key || performance.now() - drawn < 100 || !answers(terms))
        await new Promise((done) => setTimeout(done, 20))
      return drawn - key
    },
    firstKey: async (letters) => {
      const search = () => document.querySelector<HTMLInputElement>('input[type=search]')
      await until(() => search() !== null)
      const typed = performance.now()
      const field = search()
      if (field) field.value = letters
      field?.dispatchEvent(new InputEvent('input', { bubbles: true }))
      await until(() => answers([letters]))
      return (await painted()) - typed
    },
  }
}

import type { HeldText } from '../../store/held-text.ts'
import type { Typing } from '../../store/typing.ts'

/** What is typed is saved when the hand rests so long, and while it does not, so often. In ms. */
const [rest, often] = [500, 3_000]

type Told = {
  failed: (error: unknown) => void
  /** Whether more was typed than there is room for. */
  full: (isFull: boolean) => void
}
/**
 * A textarea over a text that several people write. What others write comes in around the caret, which stays where it is
 * in the text; while a word is being composed, by an input method or a phone's keyboard, it waits.
 */
export const bindTyping = (area: HTMLTextAreaElement, typing: Typing, { failed, full }: Told) => {
  let timer: ReturnType<typeof setTimeout> | undefined
  let since: number | undefined
  let isComposing = false
  let waiting: HeldText | undefined

  /** Whether all is kept. */
  const save = (): Promise<boolean> => {
    clearTimeout(timer)
    since = undefined
    return typing.save().then(
      () => !typing.isUnsaved(),
      (error) => {
        failed(error)
        return false
      },
    )
  }
  const saveLater = () => {
    const now = performance.now()
    since ??= now
    clearTimeout(timer)
    timer = setTimeout(save, Math.max(0, Math.min(rest, since + often - now)))
  }
  const show = (change = () => {}) => {
    const marks = [area.selectionStart, area.selectionEnd].map(typing.mark)
    const scrolled = area.scrollTop
    change()
    const text = typing.text()
    if (area.value === text) return
    area.value = text
    const [start = 0, end = 0] = marks.map((mark) => mark())
    area.setSelectionRange(start, end)
    area.scrollTop = scrolled
  }
  const typed = () => {
    const fits = typing.typed(area.value, area.selectionEnd)
    full(!fits)
    if (!fits && !isComposing) show()
    saveLater()
  }
  const met = (held: HeldText) => {
    if (isComposing) {
      waiting = held
      return
    }
    show(() => typing.take(held))
    if (typing.isUnsaved()) saveLater()
  }
  const composed = () => {
    isComposing = false
    typed()
    if (waiting) met(waiting)
    waiting = undefined
  }
  const composes = () => {
    isComposing = true
  }
  const listeners = { input: typed, compositionstart: composes, compositionend: composed, blur: () => void save() }
  for (const [name, listener] of Object.entries(listeners)) area.addEventListener(name, listener)
  area.value = typing.text()
  return {
    met,
    save,
    /** What was typed last is saved still. */
    end: () => {
      for (const [name, listener] of Object.entries(listeners)) area.removeEventListener(name, listener)
      void save()
    },
  }
}

import type { ComponentChildren, Ref } from 'preact'
import { useContext, useEffect, useId, useImperativeHandle, useRef } from 'preact/hooks'
import { app as appWords } from '../../i18n/fr/app.ts'
import { afterFrame } from '../../store/after-frame.ts'
import { TellingContext, useWords } from '../app/app-context.ts'
import { leaveSheet, sheetMark } from '../app/location.tsx'
import { NoticeLine } from '../app/notice-line.tsx'
import { Icon } from './icon.tsx'
import line from './line.module.css'
import style from './sheet.module.css'

export type SheetHandle = { open: () => void; close: () => void }
/** How far a finger pulls the head down to close, in CSS pixels. */
const pull = 64

type Props = {
  ref?: Ref<SheetHandle>
  title: string
  /** Offered with the title, in its room: a line `beneath` it and what is touched `beside` it. */
  offer?: ComponentChildren
  onClosed?: () => void
  children: ComponentChildren
}

/** Before our own step back, in ms: a back gesture may be on its way already, and two steps would lead out of the app. */
const pause = 100

/** Where the keyboard lies over the page instead of shrinking it (iOS), what it covers is told to the style sheet. */
const followKeyboard = (sheet: HTMLElement): (() => void) => {
  const view = window.visualViewport
  if (!view) return () => {}
  const follow = () =>
    sheet.style.setProperty('--keyboard', `${Math.max(0, innerHeight - view.height - view.offsetTop)}px`)
  view.addEventListener('resize', follow)
  return () => view.removeEventListener('resize', follow)
}

/**
 * Rises from the bottom; closes by the back gesture, a tap outside, a pull on its head, Escape or its cross. It stands in the history while
 * it is open, so that "back" closes it and leads nowhere else.
 */
export const Sheet = ({ ref, title, offer, onClosed, children }: Props) => {
  const words = useWords(appWords)
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useId()
  const setHost = useContext(TellingContext)?.setHost
  const close = () => dialog.current?.close()
  const from = useRef(0)
  /** Our own step back is on its way: the sheet may have been opened again meanwhile. */
  const isLeaving = useRef(false)
  const opener = useRef<Element>(null)
  const giveFocusBack = async () => {
    await afterFrame()
    const active = document.activeElement
    if (dialog.current?.open || (active && active !== document.body && !dialog.current?.contains(active))) return
    const to = opener.current?.isConnected ? opener.current : document.querySelector('h1')
    if (to instanceof HTMLElement) to.focus({ preventScroll: true })
  }
  const stepBack = () => {
    if (history.state !== sheetMark || document.querySelector('dialog[open]')) return
    isLeaving.current = true
    leaveSheet()
  }
  const pulled = (event: TouchEvent) => (event.changedTouches[0]?.clientY ?? 0) - from.current
  useImperativeHandle(
    ref ?? null,
    () => ({
      open: () => {
        if (!dialog.current || dialog.current.open) return
        opener.current = document.activeElement
        // The browser would give the focus back as the sheet closes, and style the whole page for it at once.
        if (opener.current instanceof HTMLElement) opener.current.blur()
        dialog.current.showModal()
        if (!isLeaving.current && history.state !== sheetMark) history.pushState(sheetMark, '')
        setHost?.(heading)
      },
      close: () => {
        close()
        setHost?.(undefined)
      },
    }),
    [setHost, heading],
  )
  useEffect(() => {
    const back = () => {
      if (isLeaving.current && dialog.current?.open) history.pushState(sheetMark, '')
      else close()
      isLeaving.current = false
    }
    addEventListener('popstate', back)
    const forgetKeyboard = dialog.current ? followKeyboard(dialog.current) : undefined
    return () => {
      removeEventListener('popstate', back)
      forgetKeyboard?.()
    }
  }, [])
  const closed = () => {
    if (dialog.current?.open) return
    if (!isLeaving.current) {
      const over = new AbortController()
      const step = setTimeout(() => {
        over.abort()
        stepBack()
      }, pause)
      // A step back would stop a page that is being loaded again.
      addEventListener('beforeunload', () => clearTimeout(step), { signal: over.signal })
    }
    setHost?.(undefined)
    void giveFocusBack()
    onClosed?.()
  }
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a dialog by itself
    <dialog
      ref={dialog}
      class={style.sheet}
      aria-labelledby={heading}
      onClose={closed}
      onClick={(event) => event.target === dialog.current && close()}
    >
      <div class={style.inside}>
        <header
          class={style.head}
          onTouchStart={(event) => {
            from.current = event.changedTouches[0]?.clientY ?? 0
          }}
          onTouchEnd={(event) => pulled(event) > pull && close()}
        >
          <h2 id={heading} class={style.title}>
            <bdi class={line.title}>{title}</bdi>
          </h2>
          {offer}
          <NoticeLine sheet={heading} />
          <button type="button" class={style.close} aria-label={words.close} onClick={close}>
            <Icon name="close" />
          </button>
        </header>
        {children}
      </div>
    </dialog>
  )
}

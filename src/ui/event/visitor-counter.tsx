import { useRef, useState } from 'preact/hooks'
import type { Event } from '../../domain/records/event.ts'
import { figure } from '../../i18n/figures.ts'
import { event as eventWords } from '../../i18n/fr/event.ts'
import { useApp, useWords } from '../app/app-context.ts'
import { useLive } from '../app/use-live.ts'
import { Icon } from '../parts/icon.tsx'
import { Sheet, type SheetHandle } from '../parts/sheet.tsx'
import { countsOf, sumsOf } from './event-figures.ts'
import style from './visitor-counter.module.css'
import { VisitorTaps } from './visitor-taps.tsx'

/** Beside ＋ while one stands at an event: how many visitors were counted, and the sheet that counts them. */
export const VisitorCounter = ({ event }: { event: Pick<Event, 'id'> }) => {
  const { speech } = useApp()
  const words = useWords(eventWords)
  const sheet = useRef<SheetHandle>(null)
  const [isOpen, setOpen] = useState(false)
  const sums = useLive(async (space) => sumsOf(await countsOf(space, event.id)), [event.id])
  const open = () => {
    setOpen(true)
    sheet.current?.open()
  }
  return (
    <>
      <button type="button" class={style.button} aria-haspopup="dialog" onClick={open}>
        <Icon name="people" />
        {sums ? words.total(figure(speech.language, sums.total)) : words.count}
      </button>
      <Sheet ref={sheet} title={words.countTitle} onClosed={() => setOpen(false)}>
        {isOpen && sums && <VisitorTaps event={event.id} sums={sums} />}
      </Sheet>
    </>
  )
}

import { useEffect, useState } from 'preact/hooks'
import type { Event } from '../../domain/records/event.ts'
import { dayOf, shortDate } from '../../i18n/dates.ts'
import { event as eventWords } from '../../i18n/fr/event.ts'
import { draftsOf } from '../../store/drafts.ts'
import { editOf } from '../../store/write.ts'
import { useApp, useWords } from '../app/app-context.ts'
import { useLocation } from '../app/location.tsx'
import { useLive } from '../app/use-live.ts'
import { useSave } from '../app/use-save.ts'
import { Button } from '../parts/button.tsx'
import { Group } from '../parts/page.tsx'
import text from '../parts/text.module.css'
import { ClosingForm } from './closing-form.tsx'
import style from './event.module.css'
import { countsOf, sumsOf } from './event-figures.ts'

/** Closing an event, and reopening it. A closing begun and left is open again when one comes back. */
export const EventClosing = ({ event }: { event: Event }) => {
  const { space, speech } = useApp()
  const words = useWords(eventWords)
  const save = useSave()
  const { query } = useLocation()
  const [isOpen, setOpen] = useState(query.close === '1')
  const form = `close/${event.id}`
  const begun = useLive(
    async (space) => ({
      draft: (await draftsOf(space)).find((draft) => draft.form === form),
      sums: sumsOf(await countsOf(space, event.id)),
    }),
    [event.id],
  )
  const hasDraft = begun?.draft !== undefined
  const isKnown = begun !== undefined
  // Only the draft found on arrival opens the form.
  useEffect(() => {
    if (hasDraft) setOpen(true)
  }, [isKnown])

  if (event.closedAt) {
    const reopen = () => save([editOf('events', event, { closedAt: undefined })], { text: words.reopened })
    return (
      <Group heading={words.closedOn(shortDate(speech.language, dayOf(event.closedAt)))}>
        <Button onClick={() => void reopen()}>{words.reopen}</Button>
      </Group>
    )
  }
  if (!begun) return null
  return (
    <Group heading={words.close}>
      {isOpen ? (
        <ClosingForm
          key={space.install}
          event={event}
          sums={begun.sums}
          draft={begun.draft}
          fold={() => setOpen(false)}
          closed={() => setOpen(false)}
        />
      ) : (
        <>
          <p class={text.soft}>{words.closeHint}</p>
          <div class={style.acts}>
            <Button onClick={() => setOpen(true)}>{words.close}</Button>
          </div>
        </>
      )}
    </Group>
  )
}

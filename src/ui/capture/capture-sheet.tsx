import { useCallback, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { fold } from '../../domain/fold.ts'
import type { Event as EventRecord } from '../../domain/records/event.ts'
import { app as appWords } from '../../i18n/fr/app.ts'
import { capture as captureWords } from '../../i18n/fr/capture.ts'
import { draftsOf } from '../../store/drafts.ts'
import { problemOf } from '../../store/problem.ts'
import type { SearchIndex } from '../../store/search-index.ts'
import { type Prefill, useApp, useWords } from '../app/app-context.ts'
import { later } from '../app/later.tsx'
import { useSave } from '../app/use-save.ts'
import { Sheet, type SheetHandle } from '../parts/sheet.tsx'
import { holdOpenForm } from '../update/open-form.ts'
import { CaptureForm } from './capture-form.tsx'
import { type Captured, isWorthKeeping, nameOf, nothingCaptured } from './captured.ts'
import { fromDraftValues, useCaptureDraft } from './use-draft.ts'

const EventOffer = later(() => import('./event-offer.tsx').then((part) => part.EventOffer), 'rested')

type MakeEdits = typeof import('./contact-edits.ts').contactEdits
/** Comes while one types: no first list waits for it, and no tap once it is there. */
let makeEdits: MakeEdits | undefined
const fetchMakeEdits = async (): Promise<MakeEdits> => {
  makeEdits ??= (await import('./contact-edits.ts')).contactEdits
  return makeEdits
}

/** A structure written just like the only known one of that name is that one. */
const withKnownOrganisation = (captured: Captured, index: SearchIndex): Captured => {
  if (captured.organisationId || !captured.organisation.trim()) return captured
  const typed = captured.organisation.trim()
  // Accents left out are haste; accents that the known one lacks are another name.
  const hasty = !/\p{M}/u.test(typed.normalize('NFD'))
  const isSame = (name: string) => (hasty ? fold(name) === fold(typed) : name.toLowerCase() === typed.toLowerCase())
  const same = index.search('organisations', typed).rows.filter(({ values }) => isSame(String(values[0])))
  return same.length === 1 ? { ...captured, organisationId: same[0]?.id } : captured
}

/** How the shell opens the sheet, within the very tap: phones give the keyboard to no later focus. */
export type OpenCapture = (prefill?: Prefill) => void

type Props = { event: EventRecord | undefined; expose: (open: OpenCapture) => void }

/** Always mounted, so that opening it is one call: the sheet is there and its name field focused before the tap ends. */
export const CaptureSheet = ({ event, expose }: Props) => {
  const { space, index, tell } = useApp()
  const words = useWords(captureWords)
  const app = useWords(appWords)
  const save = useSave()
  const draft = useCaptureDraft()
  const sheet = useRef<SheetHandle>(null)
  const nameField = useRef<HTMLInputElement>(null)
  const [captured, setCaptured] = useState<Captured>(nothingCaptured)
  const latest = useRef(captured)
  const [asBefore, setAsBefore] = useState(false)
  const [lacking, setLacking] = useState(false)
  const release = useRef<() => void>(undefined)
  const saving = useRef(false)
  /** Saves under way of contacts that have left the sheet. */
  const gone = useRef(0)

  const hold = useCallback((next: Captured) => {
    latest.current = next
    setCaptured(next)
  }, [])
  const change = (part: Partial<Captured>) => {
    hold({ ...latest.current, ...part } as Captured)
    setLacking(false)
    draft.keep(latest.current)
  }
  const open = useCallback<OpenCapture>(
    ({ draft: resumed, ...prefill } = {}) => {
      draft.begin()
      hold({ ...nothingCaptured, ...prefill })
      setAsBefore(false)
      setLacking(false)
      release.current ??= holdOpenForm()
      sheet.current?.open()
      nameField.current?.focus()
      fetchMakeEdits().catch(() => {})
      if (resumed)
        void draftsOf(space).then((drafts) => {
          const found = drafts.find((one) => one.id === resumed)
          if (!found) return
          draft.begin(resumed)
          hold(fromDraftValues(found.values))
        })
    },
    [draft, hold, space],
  )
  useLayoutEffect(() => expose(open), [expose, open])

  /** The app may be replaced by a newer one again: nothing waits to be written. */
  const letGo = () => {
    release.current?.()
    release.current = undefined
  }
  const closed = async () => {
    // The save that runs ends what it began.
    if (saving.current) return
    const [left, id, done] = [latest.current, draft.id(), release.current]
    release.current = undefined
    // What is shown is emptied when it is opened again: the page that is uncovered comes first.
    latest.current = nothingCaptured
    if (!isWorthKeeping(left)) await draft.drop().catch(() => {})
    else {
      const refusal = await draft.refusal(id)
      const act = { word: words.resume, run: () => open({ draft: id }) }
      if (refusal === undefined) tell({ text: words.draftKept, act })
      else tell({ text: app.problem[problemOf(refusal)], urgent: true, act })
    }
    done?.()
  }
  const cancel = () => {
    if (saving.current) return
    const left = latest.current
    hold(nothingCaptured)
    sheet.current?.close()
    if (!isWorthKeeping(left)) return
    const bringBack = () => {
      open()
      hold(left)
      draft.keep(left)
    }
    tell({ text: words.cleared, act: { word: app.undo, run: bringBack } })
  }
  const keep = async (next: boolean) => {
    if (saving.current) return
    const [now, id] = [withKnownOrganisation(latest.current, index), draft.id()]
    if (!isWorthKeeping(now)) {
      // A second tap on "suivant" asks for nothing.
      setLacking(gone.current === 0)
      nameField.current?.focus()
      return
    }
    const attempt = async () => {
      const make = makeEdits ?? (await fetchMakeEdits().catch(() => undefined))
      if (make)
        return save(make(space, now, { event, taskTitle: words.taskTitle }), {
          draft: id,
          of: nameOf(now),
          late: !next,
        })
      tell({ text: app.problem.unknown, urgent: true })
      return false
    }
    const wasAsBefore = asBefore
    // What is typed while this is saved belongs to the next contact, or to none.
    if (next) {
      draft.begin()
      hold({ ...nothingCaptured, interests: now.interests })
      setAsBefore(true)
      nameField.current?.focus()
      gone.current += 1
    } else {
      saving.current = true
    }
    // A write of this draft that is under way comes before the save in the database's own order.
    void draft.settle(id)
    const kept = await attempt()
    if (next) gone.current -= 1
    else saving.current = false
    if (!kept) {
      const words = next ? now : latest.current
      draft.begin(id)
      hold(words)
      setAsBefore(wasAsBefore)
      draft.keep(words)
      sheet.current?.open()
      nameField.current?.focus()
    } else if (!next) {
      draft.begin()
      latest.current = nothingCaptured
      sheet.current?.close()
      letGo()
    }
  }

  return (
    <Sheet
      ref={sheet}
      title={event ? words.at(event.name) : words.title}
      offer={<EventOffer />}
      onClosed={() => void closed()}
    >
      <CaptureForm
        captured={captured}
        change={change}
        nameField={nameField}
        asBefore={asBefore}
        lacking={lacking}
        save={(next) => void keep(next)}
        cancel={cancel}
      />
    </Sheet>
  )
}

import { useCallback, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { fold } from '../../domain/fold.ts'
import type { Event as EventRecord } from '../../domain/records/event.ts'
import { app as appWords } from '../../i18n/fr/app.ts'
import { capture as captureWords } from '../../i18n/fr/capture.ts'
import { draftsOf } from '../../store/drafts.ts'
import type { SearchIndex } from '../../store/search-index.ts'
import { type Prefill, useApp, useWords } from '../app/app-context.ts'
import { useSave } from '../app/use-save.ts'
import { Sheet, type SheetHandle } from '../parts/sheet.tsx'
import { holdOpenForm } from '../update/open-form.ts'
import { CaptureForm } from './capture-form.tsx'
import { type Captured, contactEdits, isWorthKeeping, nothingCaptured } from './contact-edits.ts'
import { fromDraftValues, useCaptureDraft } from './use-draft.ts'

/** A structure written just like the only known one of that name is that one. */
const withKnownOrganisation = (captured: Captured, index: SearchIndex): Captured => {
  if (captured.organisationId || !captured.organisation.trim()) return captured
  const name = fold(captured.organisation)
  const same = index
    .find('organisations', captured.organisation)
    .filter(({ values }) => fold(String(values[0])) === name)
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
  const [lacking, setLacking] = useState(false)
  const release = useRef<() => void>(undefined)
  const saving = useRef(false)

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
      draft.begin(resumed)
      hold({ ...nothingCaptured, ...prefill })
      setLacking(false)
      release.current ??= holdOpenForm()
      sheet.current?.open()
      nameField.current?.focus()
      if (resumed)
        void draftsOf(space).then((drafts) => {
          const found = drafts.find((one) => one.id === resumed)
          if (found) hold(fromDraftValues(found.values))
        })
    },
    [draft, hold, space],
  )
  useLayoutEffect(() => expose(open), [expose, open])

  const closed = () => {
    release.current?.()
    release.current = undefined
    const [left, id] = [latest.current, draft.id()]
    hold(nothingCaptured)
    if (!isWorthKeeping(left)) void draft.drop()
    else tell({ text: words.draftKept, act: { word: words.resume, run: () => open({ draft: id }) } })
  }
  const cancel = () => {
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
    const now = withKnownOrganisation(latest.current, index)
    if (saving.current) return
    if (!now.name.trim() && !now.organisation.trim()) {
      setLacking(true)
      nameField.current?.focus()
      return
    }
    saving.current = true
    await draft.settle()
    const kept = await save(contactEdits(space, now, { event, taskTitle: words.taskTitle }), { draft: draft.id() })
    if (!kept) draft.keep(now)
    else if (next) {
      draft.begin()
      hold({ ...nothingCaptured, interests: now.interests, ...(now.callBack && { callBack: now.callBack }) })
      nameField.current?.focus()
    } else {
      draft.begin()
      hold(nothingCaptured)
      sheet.current?.close()
    }
    saving.current = false
  }
  return (
    <Sheet ref={sheet} title={event ? words.at(event.name) : words.title} onClosed={closed}>
      <CaptureForm
        captured={captured}
        change={change}
        nameField={nameField}
        lacking={lacking}
        save={(next) => void keep(next)}
        cancel={cancel}
      />
    </Sheet>
  )
}

import { useState } from 'preact/hooks'
import type { AnyRow, RecordType } from '../../domain/record.ts'
import { sync } from '../../i18n/fr/sync.ts'
import { rowsOf } from '../../store/read.ts'
import { asRefused, correctableIn, corrected, type Refused, refusedOne } from '../../store/refused.ts'
import { useApp, useWords } from '../app/app-context.ts'
import { useLocation } from '../app/location.tsx'
import { useLive } from '../app/use-live.ts'
import { LinkButton } from '../parts/button.tsx'
import box from '../parts/notice.module.css'
import { Empty, Page } from '../parts/page.tsx'
import text from '../parts/text.module.css'
import { type ChangeWords, wordsOfChange } from '../sync/change-words.ts'
import { reasonInWords } from '../sync/reason.ts'
import seen from '../sync/refused-page.module.css'
import type { TypedValues } from './face.ts'
import { RecordForm } from './record-form.tsx'
import { typedFrom } from './starting-values.ts'
import { isBlank, isSame } from './typed.ts'
import { useFormDraft } from './use-form-draft.ts'

const list = '/a-revoir'
type Found = { refused: Refused; type: RecordType; row: AnyRow | undefined; told: ChangeWords }

/** Where the words of one refused change are corrected: its fields only, as it had them. */
export const CorrectionPage = ({ n }: { n: number }) => {
  const { speech } = useApp()
  const { review } = useWords(sync)
  const found = useLive(
    async (space): Promise<Found | 'gone'> => {
      const refused = await refusedOne(space, n)
      const type = refused && space.catalog[refused.change.table]
      if (!refused || !type || correctableIn(space, refused.change).length === 0) return 'gone'
      const [row] = await rowsOf(space, type.table, [refused.change.row])
      return { refused, type, row, told: await wordsOfChange(space, speech, refused.change) }
    },
    [n, speech.language],
  )
  // What was opened stays while it is saved, and whatever else arrives.
  const [opened, open] = useState<Found>()
  if (!opened && found && found !== 'gone') open(found)
  return (
    <Page title={review.correct} back={list}>
      {opened && <Correction {...opened} />}
      {!opened && found === 'gone' && (
        <Empty>
          <p>{review.gone}</p>
          <LinkButton href={list}>{review.goneAct}</LinkButton>
        </Empty>
      )}
    </Page>
  )
}

const Correction = ({ refused, type, row, told }: Found) => {
  const { space, speech } = useApp()
  const { review } = useWords(sync)
  const { route } = useLocation()
  const draft = useFormDraft({ form: `refused/${refused.n}` })
  const [{ names, whole, start }] = useState(() => {
    const names = correctableIn(space, refused.change)
    const whole = asRefused(refused.change, row)
    return { names, whole, start: typedFrom(type, whole, names, speech.language) }
  })
  const edit = (typed: TypedValues, read: Record<string, unknown>) => {
    // What was not touched goes as it was; what no input can hold is emptied, as the person sees it.
    const said = names.filter((name) => isBlank(typed[name]) || !isSame(typed[name], start[name]))
    return corrected(refused, row, Object.fromEntries(said.map((name) => [name, read[name]])))
  }
  const leave = () => route(list, true)
  return (
    <>
      <div class={seen.fields}>
        <p class={text.soft}>
          {told.label} · <bdi>{told.title}</bdi>
        </p>
        <p class={box.notice}>{reasonInWords(speech, refused.code)}</p>
      </div>
      {draft && (
        <RecordForm
          type={type}
          row={whole}
          names={names}
          start={start}
          draft={draft}
          correction={{ n: refused.n, text: review.resent, edit }}
          done={leave}
          cancelled={leave}
        />
      )}
    </>
  )
}

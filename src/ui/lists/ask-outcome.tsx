import type { ComponentChildren } from 'preact'
import { useRef, useState } from 'preact/hooks'
import { type Ask, ask as askType } from '../../domain/records/ask.ts'
import type { Task } from '../../domain/records/task.ts'
import { dayAfter } from '../../i18n/dates.ts'
import { solicitation as solicitationWords } from '../../i18n/fr/solicitation.ts'
import { linkedTo } from '../../store/read.ts'
import { birth, type Edit, editOf } from '../../store/write.ts'
import { useApp, useWords } from '../app/app-context.ts'
import { useSave } from '../app/use-save.ts'
import { useToday } from '../app/use-today.ts'
import { LinkButton } from '../parts/button.tsx'
import { Chip, Chips } from '../parts/chips.tsx'
import { rowPath } from '../paths.ts'
import style from '../record/side.module.css'

const outcomes = ['promised', 'refused', 'callBack'] as const
const mostPlaces = [1, 2, 3, 4, 5, 6]
/** A structure that may take somebody is rung again sooner than one met at a fair. */
const callBackIn = [1, 7, 15]

/** What is asked next, and what it may be answered with. */
const Asked = ({ question, children }: { question: string; children: ComponentChildren }) => (
  <>
    <p class={style.none} aria-hidden="true">
      {question}
    </p>
    <Chips label={question} stand>
      {children}
    </Chips>
  </>
)

type Props = { ask: Ask; name: string; formation: string; done: () => void }
/** What came of a call, in two taps: promised and how many, refused and why, to be called back and when. */
export const AskOutcome = ({ ask, name, formation, done }: Props) => {
  const { space, speech } = useApp()
  const words = useWords(solicitationWords)
  const save = useSave()
  const today = useToday()
  const [outcome, setOutcome] = useState<(typeof outcomes)[number]>()
  const option = (field: string, key: string) => speech.option(askType, field, key)
  const isKeeping = useRef(false)
  /** What is kept of the call, and the end of what was to be done about it: whoever said "later" has said more now. */
  const settle = async (values: Record<string, unknown>, later?: Edit) => {
    if (isKeeping.current) return
    isKeeping.current = true
    const open = (await linkedTo<Task>(space, 'tasks', 'ask', ask.id)).filter((one) => !one.doneAt)
    const doneAt = new Date(space.now()).toISOString()
    const edits = [editOf('asks', ask, values), ...open.map((one) => editOf('tasks', one, { doneAt })), later]
    isKeeping.current = await save(edits, { of: name })
    if (isKeeping.current) done()
    isKeeping.current = false
  }
  const keep = (said: Partial<Ask>) => {
    const values = { places: undefined, reason: undefined, callBackOn: undefined, ...said, outcome, by: space.me }
    const later = said.callBackOn && {
      ...{ title: words.task(name, formation), kind: 'callBack', dueOn: said.callBackOn, owner: space.me },
      ...{ organisation: ask.organisation, ask: ask.id, source: 'typed' },
    }
    void settle(values, later ? birth(space, 'tasks', later) : undefined)
  }
  const takeBack = () => void settle({ deletedAt: new Date(space.now()).toISOString() })
  return (
    <>
      <Chips label={words.outcome(name)} stand>
        {outcomes.map((key) => (
          <Chip key={key} pressed={outcome === key} onPress={() => setOutcome(outcome === key ? undefined : key)}>
            {option('outcome', key)}
          </Chip>
        ))}
        {!outcome && (
          <Chip pressed={false} onPress={takeBack}>
            {words.leave}
          </Chip>
        )}
      </Chips>
      {outcome === 'promised' && (
        <Asked question={words.howMany}>
          {mostPlaces.map((places) => (
            <Chip key={places} pressed={false} onPress={() => keep({ places })}>
              {places}
            </Chip>
          ))}
          <LinkButton href={rowPath(space.catalog, 'asks', ask.id)}>{words.other}</LinkButton>
        </Asked>
      )}
      {outcome === 'refused' && (
        <Asked question={words.why}>
          {(Object.keys(askType.fields.reason.options) as NonNullable<Ask['reason']>[]).map((reason) => (
            <Chip key={reason} pressed={false} onPress={() => keep({ reason })}>
              {option('reason', reason)}
            </Chip>
          ))}
        </Asked>
      )}
      {outcome === 'callBack' && (
        <Asked question={words.when}>
          {callBackIn.map((days) => (
            <Chip key={days} pressed={false} onPress={() => keep({ callBackOn: dayAfter(today, days) })}>
              {words.inDays(days)}
            </Chip>
          ))}
        </Asked>
      )}
    </>
  )
}

import { useState } from 'preact/hooks'
import { type Ask, ask as askType } from '../../domain/records/ask.ts'
import type { Task } from '../../domain/records/task.ts'
import { dayAfter } from '../../i18n/dates.ts'
import { solicitation as solicitationWords } from '../../i18n/fr/solicitation.ts'
import { linkedTo } from '../../store/read.ts'
import { birth, editOf } from '../../store/write.ts'
import { useApp, useWords } from '../app/app-context.ts'
import { useSave } from '../app/use-save.ts'
import { useToday } from '../app/use-today.ts'
import { Chip, Chips } from '../parts/chips.tsx'

const outcomes = ['promised', 'refused', 'callBack'] as const
const numbers = [1, 2, 3, 4, 5, 6]
const delays = [1, 7, 15]

type Props = { ask: Ask; name: string; formation: string; done: () => void }
/** What came of a call, in two taps: promised and how many, refused and why, to be called back and when. */
export const AskOutcome = ({ ask, name, formation, done }: Props) => {
  const { space, speech } = useApp()
  const words = useWords(solicitationWords)
  const save = useSave()
  const today = useToday()
  const [outcome, setOutcome] = useState<(typeof outcomes)[number]>()
  const option = (field: string, key: string) => speech.option(askType, field, key)
  const title = words.task(name, formation)
  const keep = async (said: Partial<Ask>) => {
    const values = { places: undefined, reason: undefined, callBackOn: undefined, ...said, outcome, by: space.me }
    const tasks = await linkedTo<Task>(space, 'tasks', 'organisation', ask.organisation)
    const doneAt = new Date(space.now()).toISOString()
    // Whoever said "later" has said more now.
    const met = tasks.filter((one) => !one.doneAt && one.kind === 'callBack' && one.title === title)
    const later = said.callBackOn && {
      ...{ title, kind: 'callBack', dueOn: said.callBackOn, owner: space.me },
      ...{ organisation: ask.organisation, source: 'typed' },
    }
    const edits = [
      editOf('asks', ask, values),
      ...met.map((one) => editOf('tasks', one, { doneAt })),
      later ? birth(space, 'tasks', later) : undefined,
    ]
    if (await save(edits, { of: name })) done()
  }
  const takeOff = () => save([editOf('asks', ask, { deletedAt: new Date(space.now()).toISOString() })], { of: name })
  return (
    <>
      <Chips label={words.outcome(name)} stand>
        {outcomes.map((key) => (
          <Chip key={key} pressed={outcome === key} onPress={() => setOutcome(outcome === key ? undefined : key)}>
            {option('outcome', key)}
          </Chip>
        ))}
        {!outcome && (
          <Chip pressed={false} onPress={() => void takeOff()}>
            {words.leave}
          </Chip>
        )}
      </Chips>
      {outcome === 'promised' && (
        <Chips label={words.howMany} stand>
          {numbers.map((places) => (
            <Chip key={places} pressed={false} onPress={() => void keep({ places })}>
              {places}
            </Chip>
          ))}
        </Chips>
      )}
      {outcome === 'refused' && (
        <Chips label={words.why} stand>
          {(Object.keys(askType.fields.reason.options) as NonNullable<Ask['reason']>[]).map((reason) => (
            <Chip key={reason} pressed={false} onPress={() => void keep({ reason })}>
              {option('reason', reason)}
            </Chip>
          ))}
        </Chips>
      )}
      {outcome === 'callBack' && (
        <Chips label={words.when} stand>
          {delays.map((days) => (
            <Chip key={days} pressed={false} onPress={() => void keep({ callBackOn: dayAfter(today, days) })}>
              {words.inDays(days)}
            </Chip>
          ))}
        </Chips>
      )}
    </>
  )
}

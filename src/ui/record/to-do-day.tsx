import { dayAfter } from '../../i18n/dates.ts'
import { agenda as agendaWords } from '../../i18n/fr/agenda.ts'
import { capture as captureWords } from '../../i18n/fr/capture.ts'
import { useWords } from '../app/app-context.ts'
import { useToday } from '../app/use-today.ts'
import { delays } from '../delays.ts'
import { Chip, Chips } from '../parts/chips.tsx'
import { describedBy, inputClass, LabelledField } from '../parts/field.tsx'
import style from './face.module.css'

type Props = {
  id: string
  /** `YYYY-MM-DD`, or nothing. */
  day: string
  change: (day: string) => void
}
/** For which day what was just chosen is to be done; what the save makes of it is told in words. */
export const ToDoDay = ({ id, day, change }: Props) => {
  const words = useWords(agendaWords)
  const capture = useWords(captureWords)
  const today = useToday()
  return (
    <LabelledField id={id} label={words.toDoFor} hint={day ? words.toDoDated : words.toDoUndated}>
      <div class={style.several}>
        <Chips label={words.toDoFor}>
          {delays.map((days) => {
            const then = dayAfter(today, days)
            return (
              <Chip
                key={days}
                pressed={day === then}
                label={words.toDoIn(days)}
                onPress={() => change(day === then ? '' : then)}
              >
                {capture.inDays(days)}
              </Chip>
            )
          })}
        </Chips>
        <input
          id={id}
          type="date"
          class={inputClass}
          value={day}
          onInput={(event) => change(event.currentTarget.value)}
          aria-describedby={describedBy(id)}
        />
      </div>
    </LabelledField>
  )
}

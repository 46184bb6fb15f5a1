import { exchange as exchangeType } from '../../domain/records/exchange.ts'
import { task as taskType } from '../../domain/records/task.ts'
import { dayOf, shortDate } from '../../i18n/dates.ts'
import { teamwork as teamworkWords } from '../../i18n/fr/teamwork.ts'
import { type InContact as Contact, inContactWith } from '../../store/in-contact.ts'
import { useApp, useWords } from '../app/app-context.ts'
import { useEnrolment } from '../app/use-enrolment.ts'
import { useLive } from '../app/use-live.ts'
import { useMemberName } from '../app/use-team.ts'
import { useToday } from '../app/use-today.ts'
import { Group } from '../parts/page.tsx'
import { Item, Row } from '../parts/row.tsx'
import style from './side.module.css'

const small = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)
const daysBetween = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)

/** Who of the team is in contact with a structure now: their last exchange and what they have to do about it. */
export const InContact = ({ organisation }: { organisation: string }) => {
  const words = useWords(teamworkWords)
  const isEnrolled = useEnrolment() !== undefined
  const found = useLive((space) => inContactWith(space, organisation), [organisation])
  if (!isEnrolled || !found?.length) return null
  return (
    <Group heading={words.inContact}>
      <ul>
        {found.map((contact) => (
          <Item key={contact.member}>
            <ContactRow {...contact} />
          </Item>
        ))}
      </ul>
    </Group>
  )
}

const ContactRow = ({ member, exchange, task }: Contact) => {
  const { speech } = useApp()
  const words = useWords(teamworkWords)
  const nameOf = useMemberName()
  const today = useToday()
  const met = () => {
    if (!exchange) return undefined
    const what = small(speech.option(exchangeType, 'kind', exchange.kind))
    const days = daysBetween(dayOf(exchange.at), today)
    if (days < 1) return words.contactToday(what)
    return days === 1 ? words.contactYesterday(what) : words.contactDays(what, days)
  }
  const owed = () => {
    if (!task) return undefined
    const what = task.kind ? small(speech.option(taskType, 'kind', task.kind)) : task.title
    return task.dueOn ? words.dueOn(what, shortDate(speech.language, task.dueOn)) : what
  }
  return (
    <div class={style.whole}>
      <Row title={nameOf(member)} detail={[met(), owed()].filter(Boolean).join(' · ')} />
    </div>
  )
}

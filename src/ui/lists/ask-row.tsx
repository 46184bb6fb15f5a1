import { useState } from 'preact/hooks'
import { type Ask, ask as askType } from '../../domain/records/ask.ts'
import { dayOf, shortDate } from '../../i18n/dates.ts'
import { solicitation as solicitationWords } from '../../i18n/fr/solicitation.ts'
import type { Ring } from '../../store/solicitation.ts'
import { useApp, useWords } from '../app/app-context.ts'
import { useMemberName } from '../app/use-team.ts'
import { Button } from '../parts/button.tsx'
import line from '../parts/line.module.css'
import { rowPath } from '../paths.ts'
import { dialled } from '../record/reach.ts'
import { AskOutcome } from './ask-outcome.tsx'

type Props = {
  ask: Ask
  name: string
  formation: string
  number: Ring | undefined
  /** What came of it is asked at once. */
  isOpen: boolean
}
/** One structure that is or was asked: by whom, what it said, and the way to say it. */
export const AskRow = ({ ask, name, formation, number, isOpen }: Props) => {
  const { space, speech } = useApp()
  const words = useWords(solicitationWords)
  const memberName = useMemberName()
  const [isNoting, setNoting] = useState(false)
  const option = (field: string, key: string) => speech.option(askType, field, key)
  const said = [
    ask.by && memberName(ask.by),
    ask.outcome === 'promised' && String(ask.places ?? 1),
    ask.outcome === 'refused' && ask.reason && option('reason', ask.reason),
    ask.outcome === 'callBack' && ask.callBackOn && shortDate(speech.language, ask.callBackOn),
    ask.outcome !== 'callBack' && shortDate(speech.language, dayOf(ask.askedAt)),
  ]
  return (
    <li>
      <div class={line.line}>
        <a class={line.text} href={rowPath(space.catalog, 'asks', ask.id)}>
          <bdi class={line.title}>{name}</bdi>
          <span class={line.detail}>{said.filter(Boolean).join(' · ')}</span>
        </a>
        {(isOpen || ask.outcome === 'callBack') && number && (
          <a class={line.act} href={`tel:${dialled(number.phone)}`} aria-label={words.callThis(name)}>
            {words.call}
          </a>
        )}
        {!isOpen && (
          <Button look="plain" expanded={isNoting} label={words.noteThis(name)} onClick={() => setNoting(!isNoting)}>
            {words.change}
          </Button>
        )}
      </div>
      {(isOpen || isNoting) && <AskOutcome ask={ask} name={name} formation={formation} done={() => setNoting(false)} />}
    </li>
  )
}

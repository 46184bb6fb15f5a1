import { useMemo, useState } from 'preact/hooks'
import { candidatesFor, promisedFor } from '../../domain/candidates.ts'
import type { AnyRow } from '../../domain/record.ts'
import type { Ask } from '../../domain/records/ask.ts'
import type { Need } from '../../domain/records/need.ts'
import { figure } from '../../i18n/figures.ts'
import { app as appWords } from '../../i18n/fr/app.ts'
import { solicitation as solicitationWords } from '../../i18n/fr/solicitation.ts'
import { askedSoFar, knownFor, numbersOf } from '../../store/solicitation.ts'
import { useApp, useWords } from '../app/app-context.ts'
import { useLast } from '../app/use-last.ts'
import { useLive } from '../app/use-live.ts'
import { useToday } from '../app/use-today.ts'
import figureStyle from '../pages/figure.module.css'
import { Button } from '../parts/button.tsx'
import { Group } from '../parts/page.tsx'
import style from '../record/side.module.css'
import { AskRow } from './ask-row.tsx'
import { CandidateRow } from './candidate-row.tsx'

const atOnce = 20
const order = ['calling', 'callBack'] as const
const ended = ['promised', 'refused'] as const

/** How far a need is met, who is being called, whom to call next and what the others said; live on every phone. */
export const NeedSides = ({ row }: { row: AnyRow }) => {
  const need = row as Need
  const { space, speech } = useApp()
  const app = useWords(appWords)
  const words = useWords(solicitationWords)
  const today = useToday()
  const [limit, setLimit] = useState(atOnce)
  const known = useLast(useLive(() => knownFor(space, need), [need.id, need.formation, need.school]))
  const asked = useLast(useLive(askedSoFar, []))
  const candidates = useMemo(
    () => known && asked && candidatesFor(need, { ...known, ...asked }, today),
    [known, asked, need.kind, need.formation, need.school, today],
  )
  const own = asked?.asks.filter((ask) => ask.need === need.id) ?? []
  const shown = candidates?.slice(0, limit) ?? []
  const ids = [...shown.map(({ organisation }) => organisation.id), ...own.map((ask) => ask.organisation)]
  const numbers = useLast(useLive(() => numbersOf(space, ids), [ids]))
  if (!known || !asked || !candidates) return null
  const names = new Map(known.organisations.map((one) => [one.id, one.name]))
  const nameOf = (ask: Ask) => names.get(ask.organisation) || app.untitled
  const promised = promisedFor(own)
  const formation = known.formation?.shortName ?? ''
  const groupOf = (outcome: Ask['outcome'], heading: string) => {
    const some = own.filter((ask) => ask.outcome === outcome)
    if (some.length === 0) return null
    return (
      <Group key={outcome} heading={heading} aside={<span>{some.length}</span>}>
        <ul>
          {some.map((ask) => (
            <AskRow
              key={ask.id}
              ask={ask}
              name={nameOf(ask)}
              formation={formation}
              number={numbers?.get(ask.organisation)}
              isOpen={outcome === 'calling'}
            />
          ))}
        </ul>
      </Group>
    )
  }
  const headings = { ...words, promised: words.promisedGroup }
  return (
    <>
      <p class={figureStyle.total} role="status">
        <span class={figureStyle.number}>
          {words.of(figure(speech.language, promised), figure(speech.language, need.number))}
        </span>{' '}
        {promised >= need.number ? words.enough : words.promised}
      </p>
      {order.map((outcome) => groupOf(outcome, headings[outcome]))}
      <Group heading={words.toAsk} aside={<span>{candidates.length}</span>}>
        {candidates.length === 0 && <p class={style.none}>{need.formation ? words.nobody : words.noFormation}</p>}
        <ul>
          {shown.map((candidate) => (
            <CandidateRow
              key={candidate.organisation.id}
              candidate={candidate}
              need={need}
              school={known.school?.id}
              number={numbers?.get(candidate.organisation.id)}
            />
          ))}
        </ul>
        {candidates.length > limit && (
          <Button wide onClick={() => setLimit(limit + atOnce)}>
            {app.more}
          </Button>
        )}
      </Group>
      {ended.map((outcome) => groupOf(outcome, headings[outcome]))}
    </>
  )
}

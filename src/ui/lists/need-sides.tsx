import { useMemo, useState } from 'preact/hooks'
import { candidatesFor, latestAsks, promisedFor } from '../../domain/candidates.ts'
import type { AnyRow } from '../../domain/record.ts'
import type { Ask } from '../../domain/records/ask.ts'
import type { Need } from '../../domain/records/need.ts'
import { figure } from '../../i18n/figures.ts'
import { app as appWords } from '../../i18n/fr/app.ts'
import { solicitation as solicitationWords } from '../../i18n/fr/solicitation.ts'
import { askedSoFar, knownFor, numbersOf } from '../../store/solicitation.ts'
import { titlesById } from '../../store/summaries.ts'
import { useApp, useWords } from '../app/app-context.ts'
import { useLast } from '../app/use-last.ts'
import { useLive } from '../app/use-live.ts'
import { useToday } from '../app/use-today.ts'
import figureStyle from '../pages/figure.module.css'
import { Button, LinkButton } from '../parts/button.tsx'
import { Group } from '../parts/page.tsx'
import { rowPath } from '../paths.ts'
import style from '../record/side.module.css'
import { namesInWords } from '../record-line.ts'
import { AskRow } from './ask-row.tsx'
import { CandidateRow } from './candidate-row.tsx'

const atOnce = 20
const order = ['calling', 'callBack'] as const
const ended = ['promised', 'refused'] as const
const outcomes: readonly string[] = [...order, ...ended]

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
  const own = latestAsks(asked?.asks.filter((ask) => ask.need === need.id) ?? [])
  const shown = candidates?.slice(0, limit) ?? []
  const askedOf = own.map((ask) => ask.organisation)
  const ids = [...shown.map(({ organisation }) => organisation.id), ...askedOf]
  const numbers = useLast(useLive(() => numbersOf(space, ids, today), [ids, today]))
  const names = useLast(useLive(() => titlesById(space, 'organisations', askedOf), [askedOf]))
  if (!known || !asked || !candidates) return null
  const nameOf = ({ organisation }: Ask) =>
    known.organisations.find(({ id }) => id === organisation)?.name ||
    namesInWords(speech, 'organisations', names ? [names.get(organisation) ?? ''] : [])
  // What a later version of the app calls otherwise is under way, as far as this one can tell.
  const outcomeOf = ({ outcome }: Ask) => (outcomes.includes(outcome) ? outcome : 'calling')
  const promised = promisedFor(own)
  const wanted = need.number ?? 0
  const formation = known.formation?.shortName ?? ''
  const groupOf = (outcome: Ask['outcome'], heading: string) => {
    const some = own.filter((ask) => outcomeOf(ask) === outcome)
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
          {words.of(figure(speech.language, promised), figure(speech.language, wanted))}
        </span>{' '}
        {promised >= wanted ? words.enough : words.promised}
      </p>
      {order.map((outcome) => groupOf(outcome, headings[outcome]))}
      <Group heading={words.toAsk} aside={<span>{candidates.length}</span>}>
        {candidates.length === 0 && (
          <p class={style.none}>
            {!need.formation ? words.noFormation : own.length > 0 ? words.nobody : words.unknown}
          </p>
        )}
        {candidates.length === 0 && own.length === 0 && need.formation && (
          <LinkButton href={rowPath(space.catalog, 'formations', need.formation)}>{words.toFormation}</LinkButton>
        )}
        <ul>
          {shown.map((candidate) => (
            <CandidateRow
              key={candidate.organisation.id}
              candidate={candidate}
              need={need}
              school={known.school?.id}
              numbers={numbers}
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

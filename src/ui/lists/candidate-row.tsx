import { useRef } from 'preact/hooks'
import type { Candidate } from '../../domain/candidates.ts'
import { showNumber } from '../../domain/identifiers/phone-show.ts'
import type { Need } from '../../domain/records/need.ts'
import { app as appWords } from '../../i18n/fr/app.ts'
import { solicitation as solicitationWords } from '../../i18n/fr/solicitation.ts'
import type { Numbers } from '../../store/solicitation.ts'
import { birth } from '../../store/write.ts'
import { useApp, useWords } from '../app/app-context.ts'
import { useSave } from '../app/use-save.ts'
import line from '../parts/line.module.css'
import { rowPath } from '../paths.ts'
import { dialled } from '../record/reach.ts'

type Props = {
  candidate: Candidate
  need: Need
  school: string | undefined
  /** Undefined until they are known: a tap must not note what it could have dialled. */
  numbers: Numbers | undefined
}
/** A structure to call: why, how near, and one tap that dials and tells the others that one is at it. */
export const CandidateRow = ({ candidate, need, school, numbers }: Props) => {
  const { space } = useApp()
  const app = useWords(appWords)
  const words = useWords(solicitationWords)
  const save = useSave()
  const { organisation, done, near } = candidate
  const number = numbers?.get(organisation.id)
  const isBegun = useRef(false)
  const name = organisation.name || app.untitled
  const why = done === 0 ? words.bySector : need.kind === 'places' ? words.pupils(done) : words.came(done)
  const where = near.km !== undefined ? words.km(Math.round(near.km)) : near.same && words.same[near.same]
  const whom = number && [number.person?.name, showNumber(number.phone)].filter(Boolean).join(', ')
  const begin = async () => {
    if (isBegun.current) return
    isBegun.current = true
    const asked = { need: need.id, organisation: organisation.id, by: space.me, school, outcome: 'calling' }
    const at = new Date(space.now()).toISOString()
    const ask = birth(space, 'asks', { ...asked, askedAt: at, source: 'typed' })
    isBegun.current = await save([ask], { quiet: true })
  }
  return (
    <li>
      <div class={line.line}>
        <a class={line.text} href={rowPath(space.catalog, 'organisations', organisation.id)}>
          <bdi class={line.title}>{name}</bdi>
          <span class={line.detail}>{[why, where].filter(Boolean).join(' · ')}</span>
          {whom && <span class={line.detail}>{whom}</span>}
        </a>
        {numbers === undefined ? null : number ? (
          <a
            class={line.act}
            href={`tel:${dialled(number.phone)}`}
            aria-label={words.callThis(name)}
            onClick={() => void begin()}
          >
            {words.call}
          </a>
        ) : (
          <button type="button" class={line.act} aria-label={words.noteThis(name)} onClick={() => void begin()}>
            {words.note}
          </button>
        )}
      </div>
    </li>
  )
}

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
  number: ReturnType<Numbers['get']>
}
/** A structure to call: why, how near, and one tap that dials and tells the others that one is at it. */
export const CandidateRow = ({ candidate, need, school, number }: Props) => {
  const { space } = useApp()
  const app = useWords(appWords)
  const words = useWords(solicitationWords)
  const save = useSave()
  const { organisation, done, near } = candidate
  const name = organisation.name || app.untitled
  const why = done === 0 ? words.bySector : need.kind === 'places' ? words.pupils(done) : words.came(done)
  const where = near.km !== undefined ? words.km(Math.round(near.km)) : near.same && words.same[near.same]
  const whom = number && [number.person?.name, showNumber(number.phone)].filter(Boolean).join(', ')
  const begin = () => {
    const asked = { need: need.id, organisation: organisation.id, by: space.me, school, outcome: 'calling' }
    const at = new Date(space.now()).toISOString()
    void save([birth(space, 'asks', { ...asked, askedAt: at, source: 'typed' })], { quiet: true })
  }
  return (
    <li>
      <div class={line.line}>
        <a class={line.text} href={rowPath(space.catalog, 'organisations', organisation.id)}>
          <bdi class={line.title}>{name}</bdi>
          <span class={line.detail}>{[why, where].filter(Boolean).join(' · ')}</span>
          {whom && <span class={line.detail}>{whom}</span>}
        </a>
        {number ? (
          <a class={line.act} href={`tel:${dialled(number.phone)}`} aria-label={words.callThis(name)} onClick={begin}>
            {words.call}
          </a>
        ) : (
          <button type="button" class={line.act} aria-label={words.noteThis(name)} onClick={begin}>
            {words.note}
          </button>
        )}
      </div>
    </li>
  )
}

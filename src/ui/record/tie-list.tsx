import { useState } from 'preact/hooks'
import type { AnyRow } from '../../domain/record.ts'
import { affiliation } from '../../domain/records/affiliation.ts'
import { dayOf, shortDate } from '../../i18n/dates.ts'
import { record as recordWords } from '../../i18n/fr/record.ts'
import { editOf } from '../../store/write.ts'
import { useApp, useWords } from '../app/app-context.ts'
import { useLocation } from '../app/location.tsx'
import { useSave } from '../app/use-save.ts'
import { Button } from '../parts/button.tsx'
import { Icon } from '../parts/icon.tsx'
import { penIcon } from '../parts/more-icons.ts'
import { Group } from '../parts/page.tsx'
import { Item, Row } from '../parts/row.tsx'
import { rowPath } from '../paths.ts'
import { lineOf } from '../record-line.ts'
import field from './field-row.module.css'
import style from './side.module.css'
import { TieForm } from './tie-form.tsx'
import type { End, Tie } from './ties.ts'

type Props = { row: AnyRow; end: End; none: string; ties: readonly Tie[] }
/** A person's structures, or a structure's people, with what one is there and since when. */
export const TieList = ({ row, end, none, ties }: Props) => {
  const { space, speech } = useApp()
  const words = useWords(recordWords)
  const other = space.catalog[end === 'person' ? 'organisations' : 'people']
  const { query } = useLocation()
  const [isAdding, setAdding] = useState(query.draft !== undefined)
  return (
    <Group
      heading={other ? speech.plural(other) : ''}
      aside={
        !isAdding && (
          <Button look="plain" icon="plus" onClick={() => setAdding(true)}>
            {words.tie}
          </Button>
        )
      }
    >
      {ties.length === 0 && !isAdding && <p class={style.none}>{none}</p>}
      <ul>
        {ties.map((one) => (
          <TieLine key={one.tie.id} end={end} tie={one} />
        ))}
      </ul>
      {isAdding && (
        <TieForm row={row} end={end} isFirst={!ties.some((one) => one.isRunning)} close={() => setAdding(false)} />
      )}
    </Group>
  )
}

const TieLine = ({ end, tie: { tie, other, isRunning } }: { end: End; tie: Tie }) => {
  const { space, speech } = useApp()
  const words = useWords(recordWords)
  const save = useSave()
  const { title, icon } = lineOf(speech, space.catalog, other)
  const day = (date: string) => shortDate(speech.language, date)
  const told = [
    tie.role && speech.option(affiliation, 'role', tie.role),
    tie.since && words.since(day(tie.since)),
    tie.until && words.until(day(tie.until)),
  ]
  const leave = () => {
    const until = dayOf(space.now())
    return save([editOf('affiliations', tie, { until })], { text: words.workedUntil(day(until)) })
  }
  return (
    <Item>
      <div class={`${style.tie} ${style.whole} ${isRunning ? '' : style.over}`}>
        <Row
          title={title}
          detail={told.filter(Boolean).join(' · ')}
          icon={icon}
          href={rowPath(space.catalog, other.table, other.id)}
        />
        <a class={field.pen} href={rowPath(space.catalog, 'affiliations', tie.id)} aria-label={words.edit(title)}>
          <Icon name={penIcon} />
        </a>
        {isRunning && end === 'person' && (
          <div class={style.leave}>
            <Button look="plain" onClick={() => void leave()}>
              {words.worksNoMore}
            </Button>
          </div>
        )}
      </div>
    </Item>
  )
}

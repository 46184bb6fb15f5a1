import { type Ask, ask as askType } from '../../domain/records/ask.ts'
import type { Need } from '../../domain/records/need.ts'
import { dayOf, shortDate } from '../../i18n/dates.ts'
import { solicitation as solicitationWords } from '../../i18n/fr/solicitation.ts'
import { linkedTo, rowsOf } from '../../store/read.ts'
import { titlesById } from '../../store/summaries.ts'
import { useApp, useWords } from '../app/app-context.ts'
import { useLive } from '../app/use-live.ts'
import { useMemberName } from '../app/use-team.ts'
import { Group } from '../parts/page.tsx'
import { Item, Row } from '../parts/row.tsx'
import { rowPath } from '../paths.ts'

const most = 5

/** Who of the team is calling a structure or asked it lately, for which school, and what it said. */
export const AsksHere = ({ organisation }: { organisation: string }) => {
  const { space, speech } = useApp()
  const words = useWords(solicitationWords)
  const memberName = useMemberName()
  const found = useLive(async () => {
    const all = await linkedTo<Ask>(space, 'asks', 'organisation', organisation)
    const needs = await rowsOf<Need>(
      space,
      'needs',
      all.flatMap(({ need }) => need ?? []),
    )
    const gone = new Set(needs.filter(({ deletedAt }) => deletedAt).map(({ id }) => id))
    // A call for a need that is no more is under way no more.
    const held = all.filter(({ need = '', outcome }) => outcome !== 'calling' || !gone.has(need))
    const some = held.sort((a, b) => (a.askedAt < b.askedAt ? 1 : -1)).slice(0, most)
    const schools = await titlesById(
      space,
      'organisations',
      some.flatMap(({ school }) => school ?? []),
    )
    return { some, schools }
  }, [organisation])
  if (!found || found.some.length === 0) return null
  return (
    <Group heading={words.asked}>
      <ul>
        {found.some.map((ask) => (
          <Item key={ask.id}>
            <Row
              title={[speech.option(askType, 'outcome', ask.outcome), ask.outcome === 'promised' && (ask.places ?? 1)]
                .filter(Boolean)
                .join(' · ')}
              detail={[ask.by && memberName(ask.by), ask.school && found.schools.get(ask.school)]
                .filter(Boolean)
                .join(' · ')}
              aside={shortDate(speech.language, dayOf(ask.askedAt))}
              icon="talk"
              href={rowPath(space.catalog, 'asks', ask.id)}
            />
          </Item>
        ))}
      </ul>
    </Group>
  )
}

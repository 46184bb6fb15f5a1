import { useId, useMemo } from 'preact/hooks'
import { monthsOfSchoolYear, schoolYearOf } from '../../domain/indicators/months.ts'
import { pilotage as pilotageWords } from '../../i18n/fr/pilotage.ts'
import { useApp, useWords } from '../app/app-context.ts'
import { useLocation } from '../app/location.tsx'
import { useLive } from '../app/use-live.ts'
import { ListLinks } from '../lists/list-links.tsx'
import { Button } from '../parts/button.tsx'
import { Empty, Page } from '../parts/page.tsx'
import { FilterSelect } from './filter-select.tsx'
import style from './pilotage.module.css'
import { ExchangesFigure } from './pilotage-exchanges.tsx'
import { countedRows, figuresOf } from './pilotage-figures.ts'
import { PeopleFigure } from './pilotage-people.tsx'
import { StructuresFigure } from './pilotage-structures.tsx'

const all = 'all'

/** What exists, counted so that it can be checked: each figure says how, and opens the list it counts. */
export const PilotagePage = () => {
  const { space, openCapture } = useApp()
  const words = useWords(pilotageWords)
  const { query, route } = useLocation()
  const id = useId()
  const thisYear = schoolYearOf(new Date(space.now()).toISOString())
  const chosen = /^(all|\d{4})$/.test(query.year ?? '') ? String(query.year) : String(thisYear)
  const months = chosen === all ? undefined : monthsOfSchoolYear(Number(chosen))
  const rows = useLive(countedRows, [])
  const figures = useMemo(() => rows && figuresOf(rows, months), [rows, months])
  const yearsNoted = rows?.exchanges.map((row) => schoolYearOf(row.at)) ?? []
  const years = [...new Set([thisYear, ...yearsNoted])].sort((a, b) => b - a)
  const options = [
    ...years.map((year) => ({ key: String(year), word: words.schoolYear(`${year}–${year + 1}`) })),
    { key: all, word: words.allTime },
  ]
  return (
    <Page title={words.title}>
      <ListLinks />
      {figures?.isEmpty && (
        <Empty>
          <p>{words.empty}</p>
          <Button look="main" icon="plus" onClick={() => openCapture()}>
            {words.emptyAct}
          </Button>
        </Empty>
      )}
      {figures && !figures.isEmpty && (
        <div class={style.period}>
          <FilterSelect
            id={id}
            label={words.period}
            value={chosen}
            options={options}
            unknown={words.schoolYear(chosen)}
            choose={(year) => route(`/pilotage?${new URLSearchParams({ year })}`, true)}
          />
        </div>
      )}
      {figures && !figures.isEmpty && (
        <>
          <ExchangesFigure counted={figures.exchanges} months={months} />
          <PeopleFigure counted={figures.people} names={figures.eventNames} months={months} />
          <StructuresFigure counted={figures.structures} />
        </>
      )}
    </Page>
  )
}

import { figure } from '../../i18n/figures.ts'
import { lists as listWords } from '../../i18n/fr/lists.ts'
import { howMany } from '../../store/read.ts'
import { useApp, useWords } from '../app/app-context.ts'
import { useLive } from '../app/use-live.ts'
import style from '../pages/contact-filters.module.css'
import { LinkButton } from '../parts/button.tsx'
import { listPath } from '../paths.ts'

/** The way from Pilotage to each list of its own, with how many records it holds. */
export const ListLinks = () => {
  const { space, speech } = useApp()
  const words = useWords(listWords)
  const short: Readonly<Record<string, string>> = words.short
  const types = Object.values(space.catalog).filter((type) => type.inPilotage)
  const counts = useLive(() => Promise.all(types.map(({ table }) => howMany(space, table))), [])
  return (
    <nav class={style.filters} aria-label={words.heading}>
      {types.map((type, at) => (
        <LinkButton key={type.table} wide href={listPath(space.catalog, type.table)}>
          {short[type.table] ?? speech.plural(type)} {counts?.[at] ? figure(speech.language, counts[at]) : ''}
        </LinkButton>
      ))}
    </nav>
  )
}

import { useEffect, useState } from 'preact/hooks'
import type { RecordType } from '../../domain/record.ts'
import { figure } from '../../i18n/figures.ts'
import { contacts as contactWords } from '../../i18n/fr/contacts.ts'
import { afterFrame } from '../../store/after-frame.ts'
import { useApp, useWords } from '../app/app-context.ts'
import { listPath } from '../paths.ts'
import style from './contacts.module.css'

type Found = { readonly type: RecordType; readonly total: number }
type Props = { table: string; query: string }
/** How often what one searches is in the other lists, and the way there; counted once the rows of this one are painted. */
export const OtherLists = ({ table, query }: Props) => {
  const { space, index, speech } = useApp()
  const words = useWords(contactWords)
  const [found, setFound] = useState<readonly Found[]>([])
  useEffect(() => {
    let isAsked = true
    const others = Object.values(space.catalog).filter((type) => type.inContacts && type.table !== table)
    const count = async () => {
      await afterFrame()
      if (isAsked) setFound(others.map((type) => ({ type, total: index.search(type.table, query, 0).total })))
    }
    void count()
    const stop = index.subscribe(() => void count())
    return () => {
      isAsked = false
      stop()
    }
  }, [space, index, table, query])
  return (
    <p class={style.others} aria-live="polite">
      {found
        .filter(({ total }) => total > 0)
        .map(({ type, total }) => (
          <a key={type.table} href={listPath(space.catalog, type.table)}>
            {words.foundIn(figure(speech.language, total), speech.plural(type))}
          </a>
        ))}
    </p>
  )
}

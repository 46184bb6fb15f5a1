import type { ComponentChildren } from 'preact'
import { app as appWords } from '../../i18n/fr/app.ts'
import { Icon, type IconName } from '../parts/icon.tsx'
import { useWords } from './app-context.ts'
import style from './bar.module.css'

type Props = { path: string; add: () => void; beside?: ComponentChildren }
/** Four places and the one act, under the thumb; a column at the left on a desk. */
export const Bar = ({ path, add, beside }: Props) => {
  const words = useWords(appWords)
  const place = (href: string, word: string, icon: IconName) => {
    const here = href === '/' ? path === '/' : path.startsWith(href)
    return (
      <a class={style.place} href={href} aria-current={here ? 'page' : undefined}>
        <Icon name={icon} />
        <span>{word}</span>
      </a>
    )
  }
  return (
    <nav class={style.bar} aria-label={words.navigation}>
      {place('/', words.home, 'home')}
      {place('/contacts', words.contacts, 'people')}
      <span class={style.middle}>
        <button type="button" class={style.add} aria-label={words.add} onClick={add}>
          <Icon name="plus" />
          <span class={style.addWord}>{words.add}</span>
        </button>
        {beside}
      </span>
      {place('/agenda', words.agenda, 'calendar')}
      {place('/pilotage', words.pilotage, 'chart')}
    </nav>
  )
}

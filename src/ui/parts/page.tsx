import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { app as appWords } from '../../i18n/fr/app.ts'
import { useWords } from '../app/app-context.ts'
import { Icon, type IconName } from './icon.tsx'
import style from './page.module.css'

type PageProps = {
  title: string
  /** Where the arrow leads; without it the page is one of the five places. */
  back?: string
  actions?: ComponentChildren
  children: ComponentChildren
}
/** A large title, content, nothing else. Its title is the window's, and takes the focus when the page is opened. */
export const Page = ({ title, back, actions, children }: PageProps) => {
  const words = useWords(appWords)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${title} · Maillage`
  }, [title])
  useEffect(() => {
    const active = document.activeElement
    if (!active || active === document.body || active.closest('a')) heading.current?.focus({ preventScroll: true })
  }, [location.pathname])
  return (
    <div class={style.page}>
      {back && (
        <a class={`${style.action} ${style.back}`} href={back} aria-label={words.back}>
          <Icon name="back" />
        </a>
      )}
      <header class={style.head}>
        <h1 ref={heading} tabIndex={-1} class={title.length > 24 ? `${style.title} ${style.long}` : style.title}>
          <bdi class="short">{title}</bdi>
        </h1>
        {actions}
      </header>
      {children}
    </div>
  )
}

type PageActProps = { icon: IconName; href: string; children: ComponentChildren }
/** Where one goes from beside the title. */
export const PageAct = ({ icon, href, children }: PageActProps) => (
  <a class={`${style.action} ${style.word}`} href={href}>
    <Icon name={icon} />
    {children}
  </a>
)

type GroupProps = { heading: string; aside?: ComponentChildren; children: ComponentChildren }
/** Things that belong together: a small heading and space, no box. */
export const Group = ({ heading, aside, children }: GroupProps) => (
  <section class={style.group}>
    <div class={style.heading}>
      <h2>{heading}</h2>
      {aside}
    </div>
    {children}
  </section>
)

/** One sentence and at most one act where there is nothing. */
export const Empty = ({ children }: { children: ComponentChildren }) => <div class={style.empty}>{children}</div>

import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from './icon.tsx'
import line from './line.module.css'
import style from './row.module.css'

/** Up to two initials of a name as typed. */
export const initialsOf = (name: string): string =>
  name
    .split(/[\s'’-]+/u)
    .filter((word) => /^\p{L}/u.test(word))
    .slice(0, 2)
    .map((word) => [...word][0]?.toUpperCase())
    .join('')

type Props = {
  title: string
  detail?: string | undefined
  aside?: ComponentChildren
  icon?: IconName | undefined
  href?: string
  onClick?: () => void
  current?: boolean
}
/** A line of a list; the whole of it is the target. */
export const Row = ({ title, detail, aside, icon, href, onClick, current }: Props) => {
  const body = (
    <>
      <span class={style.mark} aria-hidden="true">
        {icon ? <Icon name={icon} /> : initialsOf(title) || <Icon name="people" />}
      </span>
      <span class={style.text}>
        <bdi class={line.title}>{title}</bdi>
        {detail && <span class={style.detail}>{detail}</span>}
      </span>
      {aside !== undefined && <span class={style.aside}>{aside}</span>}
    </>
  )
  if (href)
    return (
      <a class={style.row} href={href} aria-current={current ? 'page' : undefined}>
        {body}
      </a>
    )
  if (onClick)
    return (
      <button type="button" class={style.row} onClick={onClick}>
        {body}
      </button>
    )
  return <div class={style.row}>{body}</div>
}

/** An item of a list of rows, with the hairline that starts at the text. */
export const Item = ({ children }: { children: ComponentChildren }) => <li class={style.item}>{children}</li>

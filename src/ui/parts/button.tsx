import type { ComponentChildren } from 'preact'
import style from './button.module.css'
import { Icon, type IconName } from './icon.tsx'

type Look = { look?: 'main' | 'plain'; wide?: boolean; icon?: IconName; children: ComponentChildren }
const classOf = ({ look, wide }: Pick<Look, 'look' | 'wide'>) =>
  [style.button, look && style[look], wide && style.wide].filter(Boolean).join(' ')

type ButtonProps = Look & {
  onClick?: () => void
  type?: 'button' | 'submit'
  disabled?: boolean
  /** It shows and hides something; whether that is shown. */
  expanded?: boolean
  /** Read in place of the words, where these are told apart only by what stands around them. */
  label?: string
}
export const Button = ({ look, wide, icon, children, type = 'button', expanded, label, ...rest }: ButtonProps) => (
  <button
    aria-expanded={expanded}
    aria-label={label}
    type={type}
    class={classOf({ ...(look && { look }), ...(wide && { wide }) })}
    {...rest}
  >
    {icon && <Icon name={icon} />}
    {children}
  </button>
)

type LinkProps = Look & { href: string; download?: string; target?: string; label?: string }
export const LinkButton = ({ look, wide, icon, label, href, children, ...rest }: LinkProps) => (
  <a href={href} aria-label={label} class={classOf({ ...(look && { look }), ...(wide && { wide }) })} {...rest}>
    {icon && <Icon name={icon} />}
    {children}
  </a>
)

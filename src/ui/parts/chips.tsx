import type { ComponentChildren } from 'preact'
import style from './chip.module.css'
import { Icon } from './icon.tsx'

type Props = { label: string; stand?: boolean; children: ComponentChildren }
/** A named group of chips; `stand`: taller, for gloves and hurry. */
export const Chips = ({ label, stand, children }: Props) => (
  // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a wrapping row in every browser
  <div role="group" aria-label={label} class={stand ? `${style.chips} ${style.stand}` : style.chips}>
    {children}
  </div>
)

type ChipProps = { pressed: boolean; onPress: () => void; label?: string; children: ComponentChildren }
/** Pressed is told by a tick and a filled shape, never by colour alone. */
export const Chip = ({ pressed, onPress, label, children }: ChipProps) => (
  <button type="button" class={style.chip} aria-pressed={pressed} aria-label={label} onClick={onPress}>
    {pressed && <Icon name="check" />}
    {children}
  </button>
)

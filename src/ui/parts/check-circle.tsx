import style from './check-circle.module.css'
import { Icon } from './icon.tsx'

/** A circle, ticked or empty, in what may be chosen or done; that says in its own way which of the two it is. */
export const CheckCircle = ({ isOn }: { isOn: boolean }) => (
  <span class={isOn ? `${style.circle} ${style.on}` : style.circle}>{isOn && <Icon name="check" />}</span>
)

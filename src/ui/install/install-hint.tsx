import { home as homeWords } from '../../i18n/fr/home.ts'
import { note, notesOf } from '../../store/device-notes.ts'
import { useApp, useWords } from '../app/app-context.ts'
import { useLive } from '../app/use-live.ts'
import { Button, LinkButton } from '../parts/button.tsx'
import style from './install-hint.module.css'
import type { InstallState } from './install-state.ts'
import { useInstallState } from './use-install-state.ts'

type Props = { hasContacts: boolean; state?: InstallState }
/** After the first contact, one line that may be put away; on iOS before it, for what is noted before installing stays behind. */
export const InstallHint = ({ hasContacts, state }: Props) => {
  const { space } = useApp()
  const words = useWords(homeWords)
  const notes = useLive(notesOf, [])
  const install = useInstallState(state)
  const isFirst = install === 'ios' && !hasContacts
  if (!notes || notes.installHintDismissed || space.kind === 'examples') return null
  if (install === 'installed' || !(hasContacts || isFirst)) return null
  return (
    <aside class={isFirst ? `${style.hint} ${style.first}` : style.hint} aria-label={words.install}>
      <p>{isFirst ? words.installFirst : words.installHint}</p>
      <div class={style.acts}>
        <LinkButton href="/installer" {...(isFirst && { look: 'main' })}>
          {words.install}
        </LinkButton>
        <Button look="plain" onClick={() => void note(space, { installHintDismissed: true })}>
          {words.later}
        </Button>
      </div>
    </aside>
  )
}

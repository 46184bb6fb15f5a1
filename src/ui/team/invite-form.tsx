import { useState } from 'preact/hooks'
import { member } from '../../domain/records/member.ts'
import { team } from '../../i18n/fr/team.ts'
import { useApp, useWords } from '../app/app-context.ts'
import { Button } from '../parts/button.tsx'
import { Chip, Chips } from '../parts/chips.tsx'
import { NameField } from '../parts/name-field.tsx'
import style from './team.module.css'

/** Those that differ today: whoever is of the direction may invite. */
const roles = ['member', 'direction'] as const
type Role = (typeof roles)[number]

/** Whom one invites: a name if one likes, and a role. */
export const InviteForm = ({ make }: { make: (given: { name?: string; role: Role }) => void }) => {
  const { speech } = useApp()
  const words = useWords(team)
  const [name, setName] = useState('')
  const [role, setRole] = useState<Role>('member')
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const typed = name.trim()
    make({ role, ...(typed && { name: typed }) })
  }
  return (
    <form class={style.form} noValidate onSubmit={submit}>
      <NameField
        label={words.inviteName}
        hint={words.inviteNameHint}
        value={name}
        change={setName}
        autocomplete="off"
      />
      <div>
        <p class={style.label} aria-hidden="true">
          {words.inviteRole}
        </p>
        <Chips label={words.inviteRole}>
          {roles.map((one) => (
            <Chip key={one} pressed={one === role} onPress={() => setRole(one)}>
              {speech.option(member, 'role', one)}
            </Chip>
          ))}
        </Chips>
        <p class={style.hint} aria-live="polite">
          {words.roleHint[role]}
        </p>
      </div>
      <Button type="submit" look="main" wide>
        {words.makeInvitation}
      </Button>
    </form>
  )
}

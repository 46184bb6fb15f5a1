import { app as appWords } from '../../i18n/fr/app.ts'
import { record as recordWords } from '../../i18n/fr/record.ts'
import { isMe, memberOf } from '../../store/team.ts'
import { useApp, useWords } from '../app/app-context.ts'
import { useTeam } from '../app/use-team.ts'
import { describedBy, inputClass } from '../parts/field.tsx'
import type { InputProps } from './face.ts'
import { oneOf } from './typed.ts'

/** Somebody of the team, oneself first, or nobody named yet. */
export const MemberInput = ({ id, typed, change }: InputProps) => {
  const { space } = useApp()
  const app = useWords(appWords)
  const words = useWords(recordWords)
  const team = useTeam() ?? []
  const chosen = oneOf(typed)
  const isMine = isMe(team, space, chosen)
  // Whoever is named by another of their devices stays named by it: nothing was changed.
  const idOf = (own: string, ids: readonly string[]) => (ids.includes(chosen) ? chosen : own)
  const colleagues = team.filter(({ id, ids, left }) => !isMe(team, space, id) && (!left || ids.includes(chosen)))
  return (
    <select
      id={id}
      class={inputClass}
      value={chosen}
      onChange={(event) => change(event.currentTarget.value)}
      aria-describedby={describedBy(id)}
    >
      <option value="">{words.notSaid}</option>
      <option value={isMine ? chosen : space.me}>{app.you}</option>
      {colleagues.map(({ id, name, ids }) => (
        <option key={id} value={idOf(id, ids)}>
          {name || app.colleague}
        </option>
      ))}
      {chosen && !isMine && !memberOf(team, chosen) && <option value={chosen}>{app.colleague}</option>}
    </select>
  )
}

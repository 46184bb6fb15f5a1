import { member } from '../../domain/records/member.ts'
import { app as appWords } from '../../i18n/fr/app.ts'
import { team as teamWords } from '../../i18n/fr/team.ts'
import { isMe, type TeamMember } from '../../store/team.ts'
import { useApp, useWords } from '../app/app-context.ts'
import { useTeam } from '../app/use-team.ts'
import { Group } from '../parts/page.tsx'
import { Item, Row } from '../parts/row.tsx'
import style from './team.module.css'

/** Who is in the space, oneself first. */
export const MemberList = () => {
  const { space, speech } = useApp()
  const app = useWords(appWords)
  const words = useWords(teamWords)
  const team = useTeam()?.filter(({ left }) => !left)
  if (!team) return null
  const isMine = ({ id }: TeamMember) => isMe(team, space, id)
  const ordered = [...team.filter(isMine), ...team.filter((one) => !isMine(one))]
  const detail = (one: TeamMember) =>
    [isMine(one) && app.you, one.role && speech.option(member, 'role', one.role)].filter(Boolean).join(' · ')
  return (
    <Group heading={words.members}>
      {team.length === 0 && <p class={style.soft}>{words.membersLater}</p>}
      <ul>
        {ordered.map((one) => (
          <Item key={one.id}>
            <Row
              title={one.name || app.colleague}
              detail={detail(one)}
              aside={one.ids.length > 1 ? words.devices(one.ids.length) : undefined}
            />
          </Item>
        ))}
      </ul>
    </Group>
  )
}

import { app as appWords } from '../../i18n/fr/app.ts'
import { isMe, type Team, type TeamMember } from '../../store/team.ts'
import { useApp, useWords } from '../app/app-context.ts'
import { Chip, Chips } from '../parts/chips.tsx'

type Props = {
  label: string
  team: Team
  /** By any of their ids. */
  chosen: string | undefined
  choose: (member: TeamMember) => void
}
/** Somebody of the team, oneself first. */
export const TeamChips = ({ label, team, chosen, choose }: Props) => {
  const { space } = useApp()
  const app = useWords(appWords)
  const isMine = ({ id }: TeamMember) => isMe(team, space, id)
  const isChosen = ({ ids }: TeamMember) => chosen !== undefined && ids.includes(chosen)
  const offered = team.filter((member) => !member.left || isChosen(member))
  return (
    <Chips label={label}>
      {[...offered.filter(isMine), ...offered.filter((member) => !isMine(member))].map((member) => (
        <Chip
          key={member.id}
          pressed={isChosen(member) || (isMine(member) && chosen === space.me)}
          onPress={() => choose(member)}
        >
          <bdi>{isMine(member) ? app.you : member.name || app.colleague}</bdi>
        </Chip>
      ))}
    </Chips>
  )
}

/** Whether there is somebody to give something to. */
export const isSeveral = (team: Team): boolean => team.filter(({ left }) => !left).length > 1

import type { Task } from '../../domain/records/task.ts'
import { agenda as agendaWords } from '../../i18n/fr/agenda.ts'
import { app as appWords } from '../../i18n/fr/app.ts'
import { teamwork as teamworkWords } from '../../i18n/fr/teamwork.ts'
import { isMe, type Team, type TeamMember } from '../../store/team.ts'
import { editOf } from '../../store/write.ts'
import { useApp, useWords } from '../app/app-context.ts'
import { useSave } from '../app/use-save.ts'
import { TeamChips } from './team-chips.tsx'

type Props = { task: Task; team: Team; done?: () => void }
/** Who sees to a task: one tap gives it to somebody of the team, and can be taken back. */
export const HandOver = ({ task, team, done }: Props) => {
  const { space } = useApp()
  const app = useWords(appWords)
  const agenda = useWords(agendaWords)
  const words = useWords(teamworkWords)
  const save = useSave()
  const give = async (member: TeamMember) => {
    const isMine = isMe(team, space, member.id)
    const text = isMine ? agenda.taken : words.handedTo(member.name || app.colleague)
    if (await save([editOf('tasks', task, { owner: isMine ? space.me : member.id, givenBy: space.me })], { text }))
      done?.()
  }
  return <TeamChips label={agenda.owner} team={team} chosen={task.owner} choose={(member) => void give(member)} />
}

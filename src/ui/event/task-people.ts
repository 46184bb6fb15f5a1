import type { Task } from '../../domain/records/task.ts'
import { app as appWords } from '../../i18n/fr/app.ts'
import { teamwork as teamworkWords } from '../../i18n/fr/teamwork.ts'
import type { Speech } from '../../i18n/language.ts'
import type { Space } from '../../store/space.ts'
import { isMe, nameOf, type Team } from '../../store/team.ts'

/** Who has a task, in words. */
export const ownerInWords = (speech: Speech, space: Space, team: Team, { owner }: Task): string => {
  const app = speech.words(appWords)
  if (owner === undefined) return speech.words(teamworkWords).nobody
  return isMe(team, space, owner) ? app.you : (nameOf(team, owner) ?? app.colleague)
}

/** To its owner alone, and in words: the colleague who gave them the task, or noted it for them. */
export const giverInWords = (speech: Speech, space: Space, team: Team, task: Task): string | undefined => {
  const by = task.givenBy ?? task.createdBy
  if (task.owner === undefined || !isMe(team, space, task.owner) || isMe(team, space, by)) return undefined
  return speech.words(teamworkWords).givenBy(nameOf(team, by) ?? speech.words(appWords).colleague)
}

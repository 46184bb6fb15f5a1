import { app as appWords } from '../../i18n/fr/app.ts'
import { isMe, nameOf, type Team, teamOf } from '../../store/team.ts'
import { useApp, useWords } from './app-context.ts'
import { useLive } from './use-live.ts'

const nobody: Team = []

/** The team of the space, kept current; undefined until it is read. */
export const useTeam = (): Team | undefined => useLive(teamOf, [])

/** Whether an id is this person's, on whichever device of theirs it was made. */
export const useIsMe = (): ((id: string) => boolean) => {
  const { space } = useApp()
  const team = useTeam() ?? nobody
  return (id) => isMe(team, space, id)
}

/**
 * Puts a member's id into words: "Vous", a name, or "Un collègue" for one who has not come to this phone yet. Empty for
 * the moment the team takes to be read.
 */
export const useMemberName = (): ((id: string) => string) => {
  const { space } = useApp()
  const words = useWords(appWords)
  const team = useTeam()
  return (id) => {
    if (isMe(team ?? nobody, space, id)) return words.you
    return team ? (nameOf(team, id) ?? words.colleague) : ''
  }
}

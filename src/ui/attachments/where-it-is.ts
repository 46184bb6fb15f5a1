import type { Why } from '../../domain/answer.ts'
import { app } from '../../i18n/fr/app.ts'
import { attachments } from '../../i18n/fr/attachments.ts'
import type { Speech } from '../../i18n/language.ts'
import type { ShownFile } from '../../store/attachments-of.ts'
import type { Space } from '../../store/space.ts'
import { isMe, nameOf, type Team } from '../../store/team.ts'

type Around = { speech: Speech; team: Team; space: Space }

/** Where the bytes are, where that is worth a word: on this phone alone, on a colleague's, on their way. */
export const whereItIs = (
  { row, isHere, alone }: ShownFile,
  why: Why | undefined,
  around: Around,
): string | undefined => {
  const { speech, team, space } = around
  const words = speech.words(attachments)
  if (isHere) return alone && words[alone]
  if (why === undefined) return row.kind === 'document' ? undefined : words.coming
  if (why === 'no-network' || why === 'portal') return words.noNetwork
  if (why !== 'not-found') return words.notYet
  if (isMe(team, space, row.createdBy)) return words.onMyOther
  return words.elsewhere(nameOf(team, row.createdBy) ?? speech.words(app).colleague.toLowerCase())
}

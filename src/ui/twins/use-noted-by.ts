import type { AnyRow } from '../../domain/record.ts'
import { dayOf, shortDate } from '../../i18n/dates.ts'
import { twins as twinWords } from '../../i18n/fr/twins.ts'
import { useApp, useWords } from '../app/app-context.ts'
import { useIsMe, useMemberName } from '../app/use-team.ts'

/** Puts into words who noted a row, and on which day. */
export const useNotedBy = (): ((row: AnyRow) => string) => {
  const { speech } = useApp()
  const words = useWords(twinWords)
  const [isMine, nameOf] = [useIsMe(), useMemberName()]
  return ({ createdBy, createdAt }) => {
    const day = shortDate(speech.language, dayOf(createdAt))
    return isMine(createdBy) ? words.notedByYou(day) : words.notedBy(nameOf(createdBy), day)
  }
}

import type { AnyRow } from '../../domain/record.ts'
import { dayOf, shortDate } from '../../i18n/dates.ts'
import { twins as twinWords } from '../../i18n/fr/twins.ts'
import { useApp, useWords } from '../app/app-context.ts'
import { useMemberName } from '../app/use-team.ts'

/** Puts into words who noted a row, and on which day. */
export const useNotedBy = (): ((row: AnyRow) => string) => {
  const { space, speech } = useApp()
  const words = useWords(twinWords)
  const nameOf = useMemberName()
  return ({ createdBy, createdAt }) => {
    const day = shortDate(speech.language, dayOf(createdAt))
    return createdBy === space.me ? words.notedByYou(day) : words.notedBy(nameOf(createdBy), day)
  }
}

import type { News } from '../protocol/sync-message.ts'
import type { Reading, RowKey, TextMark } from './ledger.ts'

const nameOf = ({ table, row }: RowKey) => `${table}/${row}`

/** The texts of rows, to be asked row by row. */
export const marksOf = async (at: Reading, rows: readonly RowKey[]) => {
  const marks = new Map<string, TextMark[]>()
  for (const mark of rows.length > 0 ? await at.texts(rows) : [])
    marks.set(nameOf(mark), [...(marks.get(nameOf(mark)) ?? []), mark])
  return (row: RowKey): readonly TextMark[] => marks.get(nameOf(row)) ?? []
}
/** What they weigh in a reply at most, in characters. */
export const sizeOf = (marks: readonly TextMark[]): number => marks.reduce((sum, { size }) => sum + size, 0)

/**
 * News with the texts it tells of: the updates the phone has not had, or the whole where that is less, where they were
 * folded, and where it may not have the row.
 */
export const withTexts = async (
  at: Reading,
  news: News,
  marks: readonly TextMark[],
  { since, device, whole }: { since: number; device: string; whole: boolean },
): Promise<News> => {
  const texts: NonNullable<News['texts']> = {}
  for (const mark of marks) {
    if (!news.born && !(mark.field in news.fields)) continue
    const isFolded = news.born !== undefined || whole || since < mark.folded
    const updates = isFolded ? [] : (await at.updates(mark, since, device)).map(({ update }) => update)
    const weight = updates.reduce((sum, update) => sum + update.length, 0)
    texts[mark.field] =
      isFolded || weight > mark.size ? { whole: true, updates: [(await at.text(mark)) ?? ''] } : { updates }
  }
  return Object.keys(texts).length > 0 ? { ...news, texts } : news
}

import { clockTime, dayOf, shortDate } from '../../i18n/dates.ts'
import { sync } from '../../i18n/fr/sync.ts'
import type { Speech } from '../../i18n/language.ts'
import { allWaiting } from '../../store/outbox.ts'
import { type Refused, refusedIn } from '../../store/refused.ts'
import type { Space } from '../../store/space.ts'
import { type Change, wordsOfChange } from './change-words.ts'
import { reasonInWords } from './reason.ts'

const dated = (speech: Speech, at: number) =>
  `${shortDate(speech.language, dayOf(at))}, ${clockTime(speech.language, at)}`

const paragraph = async (space: Space, speech: Speech, change: Change, code?: string): Promise<string> => {
  const words = speech.words(sync).file
  const { label, title, at, lines } = await wordsOfChange(space, speech, change)
  return [
    `${label} · ${title} · ${words.notedOn(dated(speech, at))}`,
    ...(code === undefined ? [] : [words.refused(reasonInWords(speech, code))]),
    ...lines.map((line) => `${line.label} : ${line.text}`),
  ].join('\n')
}

const fileOf = (space: Space, speech: Speech, paragraphs: readonly string[]): File => {
  const text = [`Maillage · ${speech.words(sync).file.title} · ${dated(speech, space.now())}`, ...paragraphs]
  return new File([`${text.join('\n\n')}\n`], `maillage-non-envoye-${dayOf(space.now())}.txt`, { type: 'text/plain' })
}

/** One refused change as a text to keep or hand on. */
export const fileOfRefused = async (space: Space, speech: Speech, { change, code }: Refused): Promise<File> =>
  fileOf(space, speech, [await paragraph(space, speech, change, code)])

const isWritten = ({ fields }: Change) =>
  Object.values(fields).every((given) => typeof given === 'object' && given !== null && 'text' in given)
/** A text is told as it reads, once: what each pause saved of it would be crumbs. */
const withWholeTexts = async (space: Space, waiting: readonly Change[]): Promise<Change[]> => {
  const last = new Map(
    waiting.filter(isWritten).map((change) => [change.row + Object.keys(change.fields).join(), change]),
  )
  const told = waiting.filter((change) => !isWritten(change) || [...last.values()].includes(change))
  return Promise.all(
    told.map(async (change) => {
      if (!isWritten(change)) return change
      const row = await space.db.table(change.table).get(change.row)
      const fields = Object.keys(change.fields).map((name) => [name, String(row?.[name] ?? '')])
      return { ...change, fields: Object.fromEntries(fields) }
    }),
  )
}

/** All that is on this phone alone, in words, without any server; undefined when nothing is. */
export const fileOfUnsent = async (space: Space, speech: Speech): Promise<File | undefined> => {
  const [{ listed, off }, waiting] = await Promise.all([refusedIn(space), allWaiting(space)])
  const refused = [...listed, ...off]
  if (refused.length + waiting.length === 0) return undefined
  const paragraphs: string[] = []
  for (const { change, code } of refused) paragraphs.push(await paragraph(space, speech, change, code))
  for (const change of await withWholeTexts(space, waiting)) paragraphs.push(await paragraph(space, speech, change))
  return fileOf(space, speech, paragraphs)
}

import type { AnyRow } from '../../src/domain/record.ts'
import { heldTexts, textKey } from '../../src/store/held-text.ts'
import { openTyping } from '../../src/store/typing.ts'
import type { SimPhone } from './sim-phone.ts'
import type { Step } from './steps.ts'

/** A word of a text, by which change it was written. */
export type Written = { row: string; word: string; device: string; n: number }
/** What was written in texts, and which words somebody erased who had them before them. */
export type Prose = { written: Written[]; erased: Set<string> }

/** Around words: letters of two units, right to left, an accent of its own. */
const around = ['', '😀', 'שלום', 'é', '👩‍👩‍👧']

const places = (text: string) => [0, ...[...text.matchAll(/ /g)].map(({ index }) => index + 1)]

/** Somebody sits down at a text, writes a word or erases one, and saves. */
export const writeIn = async (phone: SimPhone, { a, b, c }: Step, word: string, prose: Prose): Promise<void> => {
  const space = phone.space()
  const rows = [...phone.disk.rowsOf('minutes').values()].sort((x, y) => (String(x.id) < String(y.id) ? -1 : 1))
  const row = rows[a < 0.6 ? 0 : Math.floor(b * rows.length)] as AnyRow | undefined
  if (!space || !row) return
  const held = await heldTexts(space).get(textKey('minutes', row.id, 'body'))
  const typing = openTyping(space, { table: 'minutes', row: row.id, field: 'body' }, held)
  const text = typing.text()
  const there = text.split(' ').filter((one) => one.includes('canari'))
  const gone = there[Math.floor(b * there.length)]
  if (c < 0.2 && gone !== undefined) {
    const at = text.indexOf(`${gone} `)
    prose.erased.add(gone)
    typing.typed(text.slice(0, at) + text.slice(at + gone.length + 1), at)
    await typing.save()
  } else {
    const all = places(text)
    const at = all[Math.floor(b * all.length)] ?? 0
    const typed = `${around[Math.floor(c * around.length)] ?? ''}${word}`
    typing.typed(`${text.slice(0, at)}${typed} ${text.slice(at)}`, at + typed.length + 1)
    await typing.save()
    const n = Number(phone.disk.rowsOf('meta').get('mark')?.lastChange)
    prose.written.push({ row: row.id, word: typed, device: space.device, n })
  }
  phone.saved()
}

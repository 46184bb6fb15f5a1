import { expect, test } from 'vitest'
import { madeCampus, valuesIn } from './made-campus.ts'
import { madePhone } from './phone.ts'

test('a colleague’s later word is shown after a large request was lost and a smaller one repeated it in part', async () => {
  let time = 1_800_000_000_000
  const campus = madeCampus(() => time)
  const [ours, theirs] = [await madePhone(campus, () => time), await madePhone(campus, () => time)]
  const row = await ours.notes('Élodie')
  for (const position of ['Tutrice', 'Gérante']) await ours.edits(row, { position })
  ours.meets(() => 'lost')
  await ours.sync()
  await theirs.sync()
  time += 1_000
  await theirs.edits(row, { position: 'Directrice' })
  await theirs.sync()
  ours.meets(() => undefined)
  expect(ours.link.size.changes).toBe(1)
  await ours.sync()
  expect(valuesIn(await ours.person(row))).toEqual({ name: 'Élodie', position: 'Directrice' })
})

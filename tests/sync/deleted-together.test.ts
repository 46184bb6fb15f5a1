import { expect, test } from 'vitest'
import { deletedTogether } from '../../src/store/deleted-together.ts'
import { save } from '../../src/store/write.ts'
import { noted } from '../store/noted-contact.ts'
import { madeCampus } from './made-campus.ts'
import { madePhone } from './phone.ts'

const noon = 1_800_000_000_000
const day = 24 * 3_600_000

test.each([
  ['at once', 0],
  ['days later, when the server dates it anew', 3 * day],
])('a contact taken back and sent %s is one thing in the trash of every phone', async (_, later) => {
  let clock = noon
  const campus = madeCampus(() => clock)
  const [ours, theirs] = [await madePhone(campus, () => clock), await madePhone(campus, () => clock)]
  for (const name of ['Ana', 'Zoé']) await save(ours.space, await save(ours.space, noted(ours.space, name)))
  clock += later
  for (const phone of [ours, theirs, ours]) await phone.sync()
  for (const { space } of [ours, theirs]) {
    const all = await deletedTogether(space)
    expect(all.map((gone) => gone.length)).toEqual([5, 5])
    expect(all.map(([head]) => head?.row.name).sort()).toEqual(['Ana', 'Zoé'])
  }
})

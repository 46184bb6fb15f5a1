import { randomInt, randomUUID } from 'node:crypto'
import type { SpaceKindName } from '../../domain/lists/space-kinds.ts'
import type { Ledger } from '../ledger.ts'
import { type MadeLink, newLink } from './new-link.ts'

type Maker = { ledger: Ledger; publicUrl: string; now: number }
export type SetUp = { id: string; link: MadeLink }

/** Short, for it is in every address and every line of the database. */
const newCampusId = () => Array.from({ length: 10 }, () => randomInt(36).toString(36)).join('')

/** Another way into a space that has no director yet; the earlier ones stay open until it has. */
export const setUpLink = async ({ ledger, publicUrl, now }: Maker, id: string): Promise<SetUp> => ({
  id,
  link: await ledger.write(id, (at) =>
    newLink(at, { publicUrl, now }, { id: randomUUID(), kind: 'setUp', role: 'direction' }),
  ),
})

/** A new space or, when one of this name waits for its director, that one; with a way in. */
export const createCampus = async (maker: Maker, name?: string, kind?: SpaceKindName): Promise<SetUp> => {
  const waiting = (await maker.ledger.campuses()).find((one) => !one.claimed && one.name === name)
  const id = waiting?.id ?? newCampusId()
  if (!waiting) await maker.ledger.addCampus({ id, ...(name !== undefined && { name, kind: kind ?? 'campus' }) })
  return setUpLink(maker, id)
}

/** On an empty database, makes the first space; while no space has a director, gives a way into the first. */
export const firstSetUp = async (maker: Maker): Promise<SetUp | undefined> => {
  const campuses = await maker.ledger.campuses()
  if (campuses.some(({ claimed }) => claimed)) return undefined
  return campuses[0] ? setUpLink(maker, campuses[0].id) : createCampus(maker)
}

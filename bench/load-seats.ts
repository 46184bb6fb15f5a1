import { randomUUID } from 'node:crypto'
import { addMember } from '../src/server/entry/new-member.ts'
import { openKeeping, type Place } from '../src/server/open-keeping.ts'
import { cookieName, digestOf, newToken } from '../src/server/session.ts'
import type { Seat } from '../tests/server/live-phone.ts'

/** Spaces with so many members each, as they stand once everybody has entered; a member has one phone. */
export const seated = async (place: Place, spaces: number, members: number): Promise<Seat[]> => {
  const { ledger } = await openKeeping(place)
  const seats: Seat[] = []
  for (let space = 0; space < spaces; space += 1) {
    const campus = `bench${space}`
    await ledger.addCampus({ id: campus })
    await ledger.write(campus, async (at) => {
      await at.claim(`Campus ${space}`, 'campus')
      for (let n = 0; n < members; n += 1) {
        const [device, me, token] = [randomUUID(), randomUUID(), newToken()]
        const role = n === 0 ? 'direction' : 'member'
        await addMember(at, { id: me, name: `Membre ${n}`, role }, Date.now())
        await at.addDevice({ id: device, member: me, name: 'Téléphone' })
        await at.putSession(device, digestOf(token))
        seats.push({ campus, device, cookie: `${cookieName(device, false)}=${token}` })
      }
    })
  }
  await ledger.close()
  return seats
}

import { randomUUID } from 'node:crypto'
import type { Ledger } from '../ledger.ts'
import { somebody } from '../members.ts'
import { type MadeLink, newLink } from './new-link.ts'

type Maker = { ledger: Ledger; publicUrl: string; now: number }

/** A further device for the director of a space, asked for by who runs the server. @throws when there is no director. */
export const deviceLink = ({ ledger, publicUrl, now }: Maker, campus: string): Promise<MadeLink> =>
  ledger.write(campus, async (at) => {
    for (const id of await at.members()) {
      const who = await somebody(at, id)
      if (who?.role !== 'direction' || who.root !== id) continue
      const what = { id: randomUUID(), kind: 'device', role: who.role, inviter: id } as const
      return newLink(at, { publicUrl, now }, what)
    }
    throw new Error('Cet espace n’a pas de direction')
  })

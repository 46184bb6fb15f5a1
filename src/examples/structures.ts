import { fold } from '../domain/fold.ts'
import type { Organisation } from '../domain/records/organisation.ts'
import { calendarAround } from './calendar.ts'
import { fictionalSiret, landline } from './fictional-numbers.ts'
import type { Filling } from './filling.ts'
import { type StructureLine, structureList } from './structure-list.ts'
import { streets, towns } from './territory.ts'

export type Structure = {
  id: string
  name: string
  kind: StructureLine[1]
  college: keyof typeof structureList
  /** The last part of its addresses; `.example` belongs to nobody, by standard. */
  domain: string
}

export const isBusiness = (kind: Structure['kind']) => kind === 'company' || kind === 'craft'
const slugOf = (name: string) => fold(name).split(' ').slice(0, 5).join('-')
const capacities = [
  '2 places en bac pro, de janvier à mars',
  '1 place en CAP, toute l’année',
  '3 places en bac pro et 1 en BTS, hors juillet et août',
]

/** What only a business has. */
const businessOf = ({ random }: Filling, kind: Structure['kind'], at: number) => ({
  // One with a digit mistyped, to show what "À vérifier" says.
  siret: at === 8 ? '99912345600019' : random.happens(0.7) ? fictionalSiret(random) : undefined,
  headcount: random.oneOf(kind === 'craft' ? (['upTo9'] as const) : (['upTo49', 'upTo249'] as const)),
  taxe: random.happens(0.6) ? random.oneOf(['toAsk', 'promised', 'paid'] as const) : undefined,
  placementCapacity: random.happens(0.5) ? random.oneOf(capacities) : undefined,
})

const relations: Organisation['relation'][] = [
  'toQualify',
  'prospect',
  'active',
  'active',
  'partner',
  'agreementPartner',
]

export const addStructures = (filling: Filling): Structure[] => {
  const { random, add, now } = filling
  const { day } = calendarAround(now)
  const lines = Object.entries(structureList) as [Structure['college'], readonly StructureLine[]][]
  return lines.flatMap(([college, some]) =>
    some.map(([name, kind, town, ...sectors], at) => {
      const domain = `${slugOf(name)}.example`
      const relation = random.oneOf(relations)
      const isPartner = relation === 'partner' || relation === 'agreementPartner'
      const id = add('organisations', {
        name,
        kind,
        college,
        ...(sectors.length > 0 && { sectors }),
        phone: landline(random),
        email: `contact@${domain}`,
        website: random.happens(0.6) ? `https://www.${domain}` : undefined,
        addressLine1: `${random.between(1, 60)} ${random.oneOf(streets)}`,
        ...towns[town],
        ...(isBusiness(kind) && businessOf(filling, kind, at)),
        relation,
        commitment: relation === 'agreementPartner' ? relation : isPartner ? 'networkMember' : undefined,
        partnerSince: isPartner ? day(-random.between(60, 1_500)) : undefined,
        source: 'example',
      })
      return { id, name, kind, college, domain }
    }),
  )
}

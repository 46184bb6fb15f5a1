import { peopleMetByEvent } from '../../domain/indicators/events.ts'
import { exchangesByKindAndMonth } from '../../domain/indicators/exchanges.ts'
import type { Indicator } from '../../domain/indicators/indicator.ts'
import { structuresByCollege } from '../../domain/indicators/structures.ts'
import { section } from '../section.ts'

/** The words of an indicator stand in its definition; they pass through here to have their like in English. */
const told = ({ name, source, formula }: Indicator<never, unknown>) => ({ name, source, formula })

export const pilotage = section('pilotage', {
  title: 'Pilotage',
  period: 'Période',
  schoolYear: (years: string) => `Année scolaire ${years}`,
  allTime: 'Tout',
  howCounted: 'Comment c’est compté',
  source: (source: string) => `Source\u00a0: ${source}.`,
  today: 'À ce jour, quelle que soit la période.',
  structures: (count: number): string => (count === 1 ? 'structure' : 'structures'),
  people: (count: number): string => (count === 1 ? 'personne' : 'personnes'),
  exchanges: (count: number): string => (count === 1 ? 'échange' : 'échanges'),
  noStructure: 'Aucune structure encore.',
  nobodyMet: 'Aucune personne rencontrée à un événement sur cette période.',
  noExchange: 'Aucun échange sur cette période.',
  count: 'Nombre',
  monthByMonth: 'Mois par mois',
  notNoted: 'Non renseigné',
  anyNoted: 'N’importe lequel',
  deletedEvent: 'Événement supprimé',
  empty: 'Les chiffres naîtront de vos premiers contacts.',
  emptyAct: 'Noter un contact',
  indicators: {
    structuresByCollege: told(structuresByCollege),
    peopleMetByEvent: told(peopleMetByEvent),
    exchangesByKindAndMonth: told(exchangesByKindAndMonth),
  },
})

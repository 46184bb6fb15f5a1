import { choice, date, instant, longText, money, number, optional, tags, text } from '../field.ts'
import { defineRecord, type RowOf } from '../record.ts'

/** A fair, forum, open day, national week: prepared before, counted during, closed after. */
export const event = defineRecord({
  table: 'events',
  label: 'Événement',
  plural: 'Événements',
  latestFirst: true,
  summary: ['name', 'kind', 'startsOn', 'place'],
  fields: {
    name: text({ label: 'Nom' }),
    kind: optional(
      choice({
        label: 'Type',
        options: {
          fair: 'Salon',
          forum: 'Forum des métiers, de l’emploi',
          openDay: 'Journée portes ouvertes',
          groupVisit: 'Visite d’entreprise (groupe)',
          conference: 'Conférence',
          contest: 'Concours',
          jobDating: 'Job dating',
          tutors: 'Rencontre tuteurs',
          inauguration: 'Inauguration',
          signing: 'Signature de convention',
          nationalWeek: 'Semaine nationale',
          campusVillage: 'Village des campus',
          webinar: 'Webinaire',
          other: 'Autre',
        },
      }),
    ),
    startsOn: date({ label: 'Du', sorts: true }),
    endsOn: optional(date({ label: 'Au', notBefore: 'startsOn' })),
    place: optional(text({ label: 'Lieu' })),
    stand: optional(text({ label: 'Stand' })),
    team: optional(tags({ label: 'Équipe' })),
    role: optional(
      choice({
        label: 'Notre rôle',
        options: { organiser: 'Organisateur', exhibitor: 'Exposant', speaker: 'Intervenant', visitor: 'Visiteur' },
        group: 'more',
      }),
    ),
    organiser: optional(text({ label: 'Organisateur', group: 'more' })),
    nationalWeek: optional(
      choice({
        label: 'Semaine nationale',
        options: {
          schoolCompany: 'École-entreprise',
          industry: 'Industrie',
          womenEntrepreneurs: 'Entrepreneuriat féminin',
          apprenticeship: 'Apprentissage',
          vocationalSchools: 'Lycées professionnels',
          other: 'Autre',
        },
        group: 'more',
      }),
    ),
    scope: optional(
      choice({
        label: 'Portée',
        options: {
          school: 'Établissement',
          local: 'Locale',
          department: 'Départementale',
          academic: 'Académique',
          regional: 'Régionale',
          national: 'Nationale',
          european: 'Européenne',
        },
        group: 'relation',
      }),
    ),
    attendance: optional(number({ label: 'Fréquentation', group: 'relation' })),
    cost: optional(money({ label: 'Coût', group: 'relation' })),
    summary: optional(longText({ label: 'Quelques mots', group: 'relation' })),
    closedAt: optional(instant({ label: 'Clos le', group: 'more', quiet: true })),
  },
})
export type Event = RowOf<typeof event>

import { calendarAround } from './calendar.ts'
import type { Filling } from './filling.ts'
import { givenNames } from './names.ts'

/** Days from today of the fair that is over. */
export const pastFairDays = -154

export type Fairs = { today: string; past: string; coming: string }

/** One fair today, so that the stand can be tried, one that was closed, one to come. */
export const addFairs = ({ random, add, now }: Filling): Fairs => {
  const { day, hour } = calendarAround(now)
  const team = random.someOf(givenNames, 3).map(({ given }) => given)
  const today = add('events', {
    name: 'Salon des métiers des Fables',
    kind: 'fair',
    startsOn: day(0),
    endsOn: day(1),
    place: 'Halle de Port-sur-Fable',
    stand: 'B12',
    team,
    role: 'exhibitor',
    organiser: 'Région des Fables',
    scope: 'regional',
    source: 'example',
  })
  const past = add('events', {
    name: 'Forum de l’industrie de Montfable',
    kind: 'forum',
    startsOn: day(pastFairDays),
    place: 'Salle des fêtes de Montfable',
    stand: 'A3',
    team: team.slice(0, 2),
    role: 'exhibitor',
    organiser: 'Association Fable Industrie',
    nationalWeek: 'industry',
    scope: 'department',
    attendance: 640,
    cost: 380,
    summary:
      'Quinze contacts pris au stand, dont plusieurs offres d’accueil en PFMP. La démonstration de soudage a retenu les classes de troisième. À refaire avec un atelier de plus.',
    closedAt: hour(pastFairDays + 1, 10, 15),
    source: 'example',
  })
  const coming = add('events', {
    name: 'Nuit de l’apprentissage de Roc-Mirage',
    kind: 'fair',
    startsOn: day(41),
    place: 'Gymnase du Vieux-Mirage',
    stand: 'C7',
    team: team.slice(1),
    role: 'exhibitor',
    organiser: 'Chambre des métiers des Fables',
    nationalWeek: 'apprenticeship',
    scope: 'local',
    source: 'example',
  })
  return { today, past, coming }
}

import type { lists as french } from '../fr/lists.ts'
import type { Translated } from '../section.ts'

export const lists: Translated<typeof french> = {
  heading: 'Training and partnerships',
  all: 'All',
  clear: 'Show all',
  none: 'Nothing with these choices.',
  empty: {
    needs: 'No need yet. Say how many places, for which course: the list of calls makes itself.',
    asks: 'Nobody was asked yet.',
    formations: 'No training course yet. Add those taught at your place: MELEC, AGOrA…',
    trainingPeriods: 'No period yet. Add the placements of the year: they will show in the calendar.',
    placements: 'No placement yet. Note how many pupils an organisation received, never their names.',
    jobOffers: 'No offer yet. Note those that companies entrust to you.',
    taxes: 'Nothing yet. Note whom to ask for the apprenticeship tax, and what is promised.',
    interventions: 'Nothing yet: lessons, juries, visits of classes, immersions.',
    sponsorships: 'No sponsorship yet.',
  },
  noteHere: 'Note here',
  add: 'Add',
  periods: 'Periods in companies',
  placements: 'Placements',
  tutored: 'Placements followed as a tutor',
  formations: 'Training courses taught',
  needs: 'Places to find',
  noNeed: 'Nothing to find for now.',
  noPeriod: 'No period.',
  noPlacement: 'No placement.',
  running: (count) => `${count} of 3 running`,
  tooMany: 'A tutor follows three placements at once at most.',
}

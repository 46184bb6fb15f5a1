import type { pilotage as french } from '../fr/pilotage.ts'
import type { Translated } from '../section.ts'

export const pilotage: Translated<typeof french> = {
  title: 'Figures',
  period: 'Period',
  schoolYear: (years) => `School year ${years}`,
  allTime: 'All',
  howCounted: 'How it is counted',
  source: (source) => `Source: ${source}.`,
  today: 'As of today, whatever the period.',
  structures: (count) => (count === 1 ? 'organisation' : 'organisations'),
  people: (count) => (count === 1 ? 'person' : 'people'),
  exchanges: (count) => (count === 1 ? 'interaction' : 'interactions'),
  noStructure: 'No organisation yet.',
  nobodyMet: 'Nobody met at an event in this period.',
  noExchange: 'No interaction in this period.',
  count: 'Number',
  monthByMonth: 'Month by month',
  notNoted: 'Not noted',
  anyNoted: 'Any',
  deletedEvent: 'Deleted event',
  empty: 'Figures will grow from your first contacts.',
  emptyAct: 'Note a contact',
  indicators: {
    structuresByCollege: {
      name: 'Organisations by stakeholder group',
      source: 'the organisations of this notebook, as of today',
      formula: 'Number of organisations not deleted, by the stakeholder group noted on their record.',
    },
    peopleMetByEvent: {
      name: 'People met by event',
      source: 'the interactions of the period noted at an event',
      formula:
        'Number of different people named in these interactions. Somebody seen at two events counts once for each and only once in the total.',
    },
    exchangesByKindAndMonth: {
      name: 'Interactions by kind and month',
      source: 'the interactions of the period',
      formula: 'Number of interactions not deleted, by their kind and the month of their date, by this phone’s clock.',
    },
  },
}

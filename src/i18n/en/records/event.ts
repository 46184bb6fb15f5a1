import type { event as french } from '../../../domain/records/event.ts'
import type { RecordWords } from '../../record-words.ts'

export const event: RecordWords<typeof french> = {
  label: 'Event',
  plural: 'Events',
  fields: {
    name: 'Name',
    kind: {
      label: 'Kind',
      options: {
        fair: 'Fair',
        forum: 'Careers or job forum',
        openDay: 'Open day',
        groupVisit: 'Company visit (group)',
        conference: 'Conference',
        contest: 'Competition',
        jobDating: 'Job dating',
        tutors: 'Tutors’ meeting',
        inauguration: 'Opening ceremony',
        signing: 'Agreement signing',
        nationalWeek: 'National week',
        campusVillage: 'Campus village',
        webinar: 'Webinar',
        other: 'Other',
      },
    },
    startsOn: 'From',
    endsOn: 'To',
    place: 'Place',
    stand: 'Stand',
    team: 'Team',
    role: {
      label: 'Our role',
      options: { organiser: 'Organiser', exhibitor: 'Exhibitor', speaker: 'Speaker', visitor: 'Visitor' },
    },
    organiser: 'Organiser',
    nationalWeek: {
      label: 'National week',
      options: {
        schoolCompany: 'School and business',
        industry: 'Industry',
        womenEntrepreneurs: 'Women entrepreneurs',
        apprenticeship: 'Apprenticeship',
        vocationalSchools: 'Vocational high schools',
        other: 'Other',
      },
    },
    scope: {
      label: 'Reach',
      options: {
        school: 'School',
        local: 'Local',
        department: 'Department',
        academic: 'Académie (education authority)',
        regional: 'Regional',
        national: 'National',
        european: 'European',
      },
    },
    attendance: 'Attendance',
    cost: 'Cost',
    summary: 'A few words',
    closedAt: 'Closed on',
  },
}

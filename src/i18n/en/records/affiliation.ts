import type { affiliation as french } from '../../../domain/records/affiliation.ts'
import type { RecordWords } from '../../record-words.ts'

export const affiliation: RecordWords<typeof french> = {
  label: 'Affiliation',
  plural: 'Affiliations',
  fields: {
    person: 'Person',
    organisation: 'Organisation',
    role: {
      label: 'Role',
      options: {
        head: 'Managing director',
        hr: 'Human resources',
        tutor: 'Workplace tutor (PFMP, internship)',
        apprenticeMaster: 'Apprenticeship supervisor',
        technical: 'Technical manager',
        signatory: 'Signatory',
        copilMember: 'COPIL (steering committee) member',
        sponsor: 'Sponsor',
        correspondent: 'Liaison officer',
        elected: 'Elected representative',
        teacher: 'Teacher',
        schoolHead: 'Head teacher',
        ddfpt: 'DDFPT (head of vocational and technical training)',
        rbde: 'Head of the school’s business liaison office',
        inspector: 'Inspector',
        operationalDirector: 'Campus operational director',
        other: 'Other',
      },
    },
    since: 'Since',
    until: 'Until',
    main: 'Main affiliation',
  },
}

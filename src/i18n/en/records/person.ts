import type { person as french } from '../../../domain/records/person.ts'
import type { RecordWords } from '../../record-words.ts'

export const person: RecordWords<typeof french> = {
  label: 'Person',
  plural: 'People',
  fields: {
    name: 'Name',
    givenName: 'Given name',
    familyName: 'Family name',
    civility: { label: 'Title', options: { mrs: 'Ms', mr: 'Mr' } },
    position: 'Position',
    mobile: 'Mobile phone',
    landline: 'Landline',
    email: 'Work e-mail',
    preferredChannel: {
      label: 'Preferred channel',
      options: { call: 'Call', sms: 'Text message', email: 'E-mail', letter: 'Letter' },
    },
    language: 'Language',
    informedOn: 'Informed on',
    informedHow: {
      label: 'Informed by',
      options: { spoken: 'Word of mouth', notice: 'Notice on display', email: 'E-mail', form: 'Form', other: 'Other' },
    },
    objectedOn: 'Objected on',
    objectionScope: 'Scope of the objection',
    notes: { label: 'Notes', hint: 'Facts only: this person has the right to read them' },
  },
}

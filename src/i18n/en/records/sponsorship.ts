import type { sponsorship as french } from '../../../domain/records/sponsorship.ts'
import type { RecordWords } from '../../record-words.ts'

export const sponsorship: RecordWords<typeof french> = {
  label: 'Sponsorship',
  plural: 'Sponsorships',
  fields: {
    person: 'Sponsor',
    organisation: 'Organisation',
    kind: { label: 'On behalf of', options: { professional: 'The trade', afdet: 'The AFDET' } },
    since: 'Since',
    until: 'Until',
    actions: { label: 'What the sponsor does', hint: 'Communication, needs, equipment' },
    notes: 'Notes',
  },
}

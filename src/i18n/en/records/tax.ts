import type { tax as french } from '../../../domain/records/tax.ts'
import type { RecordWords } from '../../record-words.ts'

export const tax: RecordWords<typeof french> = {
  label: 'Apprenticeship tax',
  plural: 'Apprenticeship taxes',
  fields: {
    organisation: 'Organisation',
    campaign: { label: 'Campaign', hint: 'The year, for instance 2027' },
    status: {
      label: 'Status',
      options: {
        toAsk: 'To ask',
        asked: 'Asked',
        promised: 'Promised',
        directed: 'Directed to us',
        paid: 'Paid',
        refused: 'Refused',
      },
    },
    amount: 'Amount',
    askedOn: 'Asked on',
    steps: 'Steps taken',
    formation: 'Training course meant',
    notes: 'Notes',
  },
}

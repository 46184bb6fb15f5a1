import { choice, date, link, longText, money, optional, text } from '../field.ts'
import { defineRecord, type RowOf } from '../record.ts'

/** What is asked of a company and promised by it in one campaign; the tax itself is paid through SOLTéA. */
export const tax = defineRecord({
  table: 'taxes',
  label: 'Taxe d’apprentissage',
  plural: 'Taxes d’apprentissage',
  inPilotage: true,
  latestFirst: true,
  summary: ['organisation', 'status', 'campaign'],
  facets: ['campaign', 'status', 'formation'],
  fields: {
    organisation: link({ label: 'Structure', to: 'organisations' }),
    campaign: text({ label: 'Campagne', hint: 'L’année, par exemple 2027', sorts: true }),
    status: optional(
      choice({
        label: 'État',
        options: {
          toAsk: 'À solliciter',
          asked: 'Sollicitée',
          promised: 'Promise',
          directed: 'Fléchée',
          paid: 'Versée',
          refused: 'Refusée',
        },
      }),
    ),
    amount: optional(money({ label: 'Montant' })),
    askedOn: optional(date({ label: 'Demandée le' })),
    steps: optional(longText({ label: 'Démarches' })),
    formation: optional(link({ label: 'Formation visée', to: 'formations' })),
    notes: optional(longText({ label: 'Notes', group: 'more' })),
  },
})
export type Tax = RowOf<typeof tax>

import { fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { expect, test } from 'vitest'
import { listed } from '../../../src/store/read.ts'
import { birth, save } from '../../../src/store/write.ts'
import { RecordList } from '../../../src/ui/lists/record-list.tsx'
import { RecordFormPage } from '../../../src/ui/record/record-form-page.tsx'
import { RecordPage } from '../../../src/ui/record/record-page.tsx'
import { renderIn, testSpace } from '../render-app.tsx'

const noon = () => new Date('2026-11-24T12:00:00').getTime()

/** What one types and touches for each kind of record, and what is kept and told of it. */
const noted = {
  formations: {
    typed: { 'Nom court': 'MELEC', 'Intitulé complet': 'Métiers de l’électricité' },
    touched: ['Apprentissage'],
    kept: { shortName: 'MELEC', title: 'Métiers de l’électricité', track: ['apprenticeship'] },
    told: 'MELEC',
  },
  trainingPeriods: {
    typed: { Nom: 'PFMP 1', Du: '2027-01-04', Au: '2027-01-29' },
    touched: [],
    kept: { name: 'PFMP 1', startsOn: '2027-01-04', endsOn: '2027-01-29' },
    told: 'PFMP 1',
  },
  placements: {
    typed: {
      'Structure d’accueil': 'Dupont',
      Élèves: '3',
      'Difficultés rencontrées': 'Horaires du car',
      'Comment elles ont été levées': 'Covoiturage',
    },
    touched: ['Apprentissage', 'Transport'],
    kept: { number: 3, kind: 'apprenticeship', conditions: ['transport'], liftedBy: 'Covoiturage' },
    told: 'Dupont',
  },
  jobOffers: {
    typed: { Intitulé: 'Monteur', Structure: 'Dupont', Contrat: 'permanent', 'Jeunes bénéficiaires': '2' },
    touched: [],
    kept: { title: 'Monteur', contract: 'permanent', beneficiaries: 2 },
    told: 'Monteur',
  },
  taxes: {
    typed: { Structure: 'Dupont', Campagne: '2027', Montant: '1 200', Démarches: 'Appel au gérant' },
    touched: ['Promise'],
    kept: { campaign: '2027', status: 'promised', amount: 1200, steps: 'Appel au gérant' },
    told: 'Dupont',
  },
  interventions: {
    typed: { Structure: 'Dupont', Apprenants: '24' },
    touched: ['Jury, examen'],
    kept: { kind: 'jury', learners: 24 },
    told: 'Jury, examen',
  },
  sponsorships: {
    typed: { Structure: 'Dupont', 'Ce que fait le parrain': 'Visites d’atelier' },
    touched: ['De l’AFDET'],
    kept: { kind: 'afdet', actions: 'Visites d’atelier' },
    told: 'Dupont',
  },
} as const

test.each(Object.entries(noted))(
  'what Pilotage lists is noted in a form, kept, and found in its list: %s',
  async (table, { typed, touched, kept, told }) => {
    const space = await testSpace(noon)
    await save(space, [birth(space, 'organisations', { name: 'Dupont' })])
    const form = await renderIn(<RecordFormPage table={table} />, { space, path: `/pilotage/${table}/new` })
    for (const [label, value] of Object.entries(typed)) {
      const field = await screen.findByLabelText(label)
      const folded = field.closest('details')
      if (folded) folded.open = true
      fireEvent[field instanceof HTMLSelectElement ? 'change' : 'input'](field, { target: { value } })
    }
    for (const name of touched) fireEvent.click(screen.getByRole('button', { name, hidden: true }))
    fireEvent.click(screen.getByRole('button', { name: 'Enregistrer' }))
    await waitFor(async () => expect(await listed(space, table)).toMatchObject([kept]))
    expect(await listed(space, 'organisations')).toHaveLength(1)
    form.view.unmount()

    await renderIn(<RecordList table={table} />, { space, path: `/pilotage/${table}` })
    const line = within(await screen.findByRole('listitem')).getByRole('link')
    expect(line.querySelector('bdi')?.textContent).toBe(told)
  },
)

test('a network member is told apart from a partner, with what each promised the other', async () => {
  const space = await testSpace(noon)
  const given = { name: 'Lycée de la Fable', networkMember: true, commitments: 'Une salle contre des visites' }
  const school = birth(space, 'organisations', given)
  await save(space, [school])
  await renderIn(<RecordPage table="organisations" id={school.row} />, { space })
  await screen.findByRole('button', { name: /^Membre du réseau.*Oui/ })
  screen.getByRole('button', { name: /^Engagements réciproques.*Une salle contre des visites/ })
})

import { choice, date, link, optional, yesNo } from '../field.ts'
import { defineRecord, type RowOf } from '../record.ts'

/** A person's place in a structure. Leaving closes it; nothing of the past is overwritten. */
export const affiliation = defineRecord({
  table: 'affiliations',
  label: 'Rattachement',
  plural: 'Rattachements',
  summary: ['person', 'organisation', 'role'],
  fields: {
    person: link({ label: 'Personne', to: 'people' }),
    organisation: link({ label: 'Structure', to: 'organisations' }),
    role: optional(
      choice({
        label: 'Rôle',
        options: {
          head: 'Dirigeant',
          hr: 'RH',
          tutor: 'Tuteur (PFMP, stage)',
          apprenticeMaster: 'Maître d’apprentissage',
          technical: 'Responsable technique',
          signatory: 'Signataire',
          copilMember: 'Membre du COPIL',
          sponsor: 'Parrain',
          correspondent: 'Correspondant institutionnel',
          elected: 'Élu',
          teacher: 'Enseignant',
          schoolHead: 'Chef d’établissement',
          ddfpt: 'DDFPT',
          rbde: 'Responsable du bureau des entreprises',
          inspector: 'Inspecteur',
          operationalDirector: 'Directeur opérationnel',
          other: 'Autre',
        },
      }),
    ),
    since: optional(date({ label: 'Depuis' })),
    until: optional(date({ label: 'Jusqu’à', notBefore: 'since' })),
    main: optional(yesNo({ label: 'Rattachement principal' })),
  },
})
export type Affiliation = RowOf<typeof affiliation>

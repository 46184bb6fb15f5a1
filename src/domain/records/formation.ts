import { choice, choices, identifier, links, longText, optional, tags, text } from '../field.ts'
import { levels } from '../lists/levels.ts'
import { sectors } from '../lists/sectors.ts'
import { defineRecord, type RowOf } from '../record.ts'

/** What is taught in the space: placements, offers and interventions point to it. Its short name is what all say. */
export const formation = defineRecord({
  table: 'formations',
  label: 'Formation',
  plural: 'Formations',
  inPilotage: true,
  summary: ['shortName', 'title', 'level'],
  facets: ['level', 'track', 'sectors', 'schools'],
  fields: {
    shortName: text({ label: 'Nom court', hint: 'Par exemple MELEC', sorts: true }),
    title: optional(text({ label: 'Intitulé complet' })),
    level: optional(choice({ label: 'Niveau', options: levels })),
    track: optional(
      choices({
        label: 'Voie',
        options: {
          school: 'Scolaire',
          apprenticeship: 'Apprentissage',
          continuing: 'Formation continue',
        },
      }),
    ),
    schools: optional(links({ label: 'Établissements', to: 'organisations' })),
    classes: optional(tags({ label: 'Classes', hint: 'Par exemple 1MELEC2' })),
    sectors: optional(choices({ label: 'Filières', options: sectors })),
    aliases: optional(tags({ label: 'Autres noms', group: 'more' })),
    rncp: optional(identifier({ label: 'Code RNCP', rule: 'rncp', group: 'more' })),
    notes: optional(longText({ label: 'Notes', group: 'more' })),
  },
})
export type Formation = RowOf<typeof formation>

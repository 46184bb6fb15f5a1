import type { formation as french } from '../../../domain/records/formation.ts'
import type { RecordWords } from '../../record-words.ts'
import { levels } from '../lists/levels.ts'
import { sectors } from '../lists/sectors.ts'

export const formation: RecordWords<typeof french> = {
  label: 'Training course',
  plural: 'Training courses',
  fields: {
    shortName: { label: 'Short name', hint: 'For instance MELEC' },
    title: 'Full title',
    level: { label: 'Level', options: levels },
    track: {
      label: 'Route',
      options: { school: 'School', apprenticeship: 'Apprenticeship', continuing: 'Continuing education' },
    },
    schools: 'Schools',
    classes: { label: 'Classes', hint: 'For instance 1MELEC2' },
    sectors: { label: 'Sectors', options: sectors },
    aliases: 'Other names',
    rncp: 'RNCP code',
    notes: 'Notes',
  },
}

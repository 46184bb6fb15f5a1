import type { member as french } from '../../../domain/records/member.ts'
import type { RecordWords } from '../../record-words.ts'

export const member: RecordWords<typeof french> = {
  label: 'Team member',
  plural: 'Team',
  fields: {
    name: 'Name',
    role: {
      label: 'Role',
      options: { direction: 'Director', member: 'Team member', contributor: 'Contributor', reader: 'Read only' },
    },
  },
}

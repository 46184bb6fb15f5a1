import type { sectors as french } from '../../../domain/lists/sectors.ts'

export const sectors: { readonly [K in keyof typeof french]: string } = {
  mobility: 'Mobility, aerospace, land and sea transport',
  materials: 'Materials, innovative materials',
  personalServices: 'Personal services, well-being',
  tourism: 'Tourism, gastronomy',
  construction: 'Infrastructure, construction, green building',
  businessServices: 'Business services, logistics',
  creation: 'Creative industries, design, audiovisual',
  energy: 'Energy transition, green industry',
  food: 'Food, agri-food',
  chemistry: 'Chemistry and biotechnology',
  mechatronics: 'Innovative systems, mechatronics',
  digital: 'Digital, telecommunications',
}

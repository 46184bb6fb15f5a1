/** The twelve national sectors of the campus map, word for word. Local ones are a free list beside. */
export const sectors = {
  mobility: 'Mobilité, aéronautique, transports terrestres et maritimes',
  materials: 'Matériaux, matériaux innovants',
  personalServices: 'Services à la personne, bien-être',
  tourism: 'Tourisme, gastronomie',
  construction: 'Infrastructures, bâtiment, éco-construction',
  businessServices: 'Services aux entreprises, logistique',
  creation: 'Création, design, audiovisuel',
  energy: 'Transition énergétique, éco-industrie',
  food: 'Alimentaire, agroalimentaire',
  chemistry: 'Chimie et biotechnologies',
  mechatronics: 'Systèmes innovants, mécatronique',
  digital: 'Numérique, télécommunications',
} as const

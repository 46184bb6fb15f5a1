/** A territory that no map shows: communes, bassins and départements are all invented. */
export const towns = {
  port: { town: 'Port-sur-Fable', basin: 'Rives de Fable', department: 'Basse-Fable' },
  mont: { town: 'Montfable', basin: 'Rives de Fable', department: 'Basse-Fable' },
  utopie: { town: 'Bourg-Utopie', basin: 'Rives de Fable', department: 'Basse-Fable' },
  chimere: { town: 'Val-Chimère', basin: 'Vallée de la Chimère', department: 'Haute-Fable' },
  songe: { town: 'Saint-Songe', basin: 'Vallée de la Chimère', department: 'Haute-Fable' },
  roc: { town: 'Roc-Mirage', basin: 'Plateau du Mirage', department: 'Haute-Fable' },
  bains: { town: 'Mirage-les-Bains', basin: 'Plateau du Mirage', department: 'Haute-Fable' },
} as const

export const streets = [
  'rue des Essais',
  'avenue du Brouillon',
  'place de la Maquette',
  'chemin du Prototype',
  'impasse de l’Ébauche',
  'zone d’activité des Modèles',
] as const

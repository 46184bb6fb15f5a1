import { section } from '../section.ts'

/** The rare lines above a page, and what stands in its place when nothing can be shown. */
export const lines = section('lines', {
  updateReady: 'Nouvelle version prête',
  update: 'Mettre à jour',
  updateBlocked: 'Un formulaire est ouvert\u00a0: enregistrez-le, puis mettez à jour.',
  examples: 'Exemples, rien n’est envoyé',
  leaveExamples: 'Quitter les exemples',
  leave: 'Quitter',
  reload: 'Recharger',
  startAfresh: 'Repartir d’un carnet vide',
  repair: 'Réparer l’application',
  forgotten: 'Carnet effacé',
  insecure:
    'Cette adresse n’est pas en https\u00a0: l’application ne peut pas être installée ni s’ouvrir sans réseau. Demandez l’adresse en https.',
  cannotKeep: 'Rien ne peut être gardé ici',
})

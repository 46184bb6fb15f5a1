import type { interests } from '../domain/lists/interests.ts'
import type { Exchange } from '../domain/records/exchange.ts'

export type Interest = keyof typeof interests
export type Kind = Exchange['kind']
export type Outcome = NonNullable<Exchange['outcome']>

export const subjects: { readonly [K in Kind]: string | undefined } = {
  fair: undefined,
  companyVisit: 'Visite des ateliers',
  placementVisit: 'Suivi d’un élève en PFMP',
  call: 'Point au téléphone',
  email: 'Réponse à notre message',
  video: 'Point à distance',
  meeting: 'Réunion de travail',
  reception: 'Visite des plateaux techniques',
  message: undefined,
  other: undefined,
}

export const openings: { readonly [K in Kind]: readonly string[] } = {
  fair: ['Échange au stand.', 'Venue au stand en fin de matinée.', 'Passage rapide au stand, carte remise.'],
  companyVisit: ['Visite des ateliers et du bureau d’études.', 'Accueil sur le site, une heure avec l’équipe.'],
  placementVisit: ['Visite de suivi avec le tuteur.', 'Point de mi-parcours dans l’entreprise.'],
  call: ['Appel de dix minutes.', 'Rappel après le salon.', 'Appel bref, le moment était mal choisi.'],
  email: ['Réponse détaillée par e-mail.', 'Fiche remplie reçue en retour.'],
  video: ['Visio avec deux personnes du service.'],
  meeting: ['Réunion dans leurs locaux.', 'Réunion avec l’équipe enseignante.'],
  reception: ['Tour des plateaux techniques.', 'Accueil au lycée par l’équipe.'],
  message: ['Message laissé sur le répondeur.'],
  other: ['Rencontre à une réunion de quartier.'],
}

export const facts: { readonly [K in Interest]: readonly [string, string] } = {
  placement: ['Peut accueillir deux élèves en PFMP au printemps.', 'Cherche un stagiaire de terminale bac pro.'],
  apprenticeship: ['Recrute deux apprentis à la rentrée.', 'Demande le calendrier d’alternance du BTS.'],
  jury: ['Accepte de siéger au jury de juin.', 'Disponible une journée pour le jury de CAP.'],
  talk: ['Propose de présenter ses métiers aux secondes.', 'D’accord pour une heure en classe.'],
  siteVisit: ['Ouvre ses ateliers à une classe, quinze élèves au plus.', 'Visite possible le vendredi après-midi.'],
  teacherImmersion: ['Peut recevoir deux enseignants en immersion.', 'Souhaite les dates des journées d’immersion.'],
  jobOffer: ['Un poste à pourvoir dès la fin du bac pro.', 'Deux offres à diffuser aux anciens élèves.'],
  taxe: ['Demande comment verser la taxe d’apprentissage.', 'Une part du solde de la taxe est fléchée.'],
  equipment: ['Donne un poste à souder révisé.', 'Prête une cellule d’automatisme pour un an.'],
  agreement: [
    'Souhaite une convention de partenariat sur trois ans.',
    'Projet de convention relu, deux points à revoir.',
  ],
  copil: ['Participera au prochain COPIL.', 'Demande l’ordre du jour du COPIL.'],
  sponsorship: ['Accepte de parrainer la classe de première.', 'Réfléchit à un parrainage.'],
  project: ['Projet commun autour d’une maquette pédagogique.', 'Propose un défi à une équipe de BTS.'],
  mobility: ['Connaît un partenaire pour une mobilité de trois semaines.', 'Cherche un échange d’apprentis.'],
  research: ['Un essai de matériau pourrait servir de sujet d’étude.', 'Cherche une équipe pour un prototype.'],
}

export const closings: { readonly [O in Outcome]: string | undefined } = {
  none: undefined,
  callBack: 'À rappeler la semaine prochaine.',
  sendDocument: 'Attend notre plaquette et le calendrier.',
  visit: 'Visite à fixer.',
  agreement: 'Projet de convention à préparer.',
  offer: 'Offre à transmettre aux classes.',
}

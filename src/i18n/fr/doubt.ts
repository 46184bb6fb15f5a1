import { section } from '../section.ts'

/** Why an identifier is doubtful; never a refusal. */
export const doubt = section('doubt', {
  length: 'Le nombre de signes ne correspond pas.',
  characters: 'Il y a des signes inattendus.',
  key: 'La clé de contrôle ne correspond pas.',
  range: 'Ce numéro n’est pas attribué.',
  exponent: 'Un tableur l’a raccourci\u00a0: les derniers chiffres manquent.',
  several: 'Plusieurs valeurs dans un champ.',
  'special-number': 'Numéro court ou surtaxé.',
  domain: 'L’adresse semble mal tapée.',
  count: 'On compte des personnes\u00a0: 0, 1, 2…',
  many: 'C’est plus qu’un établissement n’en compte.',
  order: 'La fin vient avant le début.',
  keep: 'Gardé tel quel.',
})

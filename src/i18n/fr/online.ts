import { spaceKinds } from '../../domain/lists/space-kinds.ts'
import { section } from '../section.ts'

/** What is said of spaces, and of what a server did not do. */
export const online = section('online', {
  kinds: spaceKinds,
  why: {
    'no-network': 'Pas de réseau\u00a0: rien n’a changé. Réessayez quand il revient.',
    portal:
      'Ce réseau demande d’abord de se connecter. Ouvrez la page d’accueil du Wi-Fi ou passez sur le réseau du téléphone, puis réessayez.',
    used: 'Ce lien ou ce code a déjà servi sur un autre appareil. Demandez-en un nouveau à la personne qui vous l’a donné.',
    expired: 'Ce lien ou ce code n’est plus valable. Demandez-en un nouveau à la personne qui vous l’a donné.',
    unknown:
      'Ce lien ou ce code n’est pas reconnu\u00a0: il est incomplet, ou il a été annulé. Vérifiez chaque signe, ou demandez-en un nouveau.',
    'too-many': 'Trop d’essais depuis ce réseau. Attendez quelques minutes, puis réessayez.',
    'not-found':
      'Cet appareil ne fait plus partie de l’espace. Vos notes sont toujours là\u00a0: demandez un nouveau lien à la direction.',
    forbidden: 'Seule la direction de l’espace peut le faire.',
    insecure:
      'Cette adresse ne commence pas par https\u00a0: le navigateur n’y garderait pas votre accès. Ouvrez la même en https\u202f; le lien ou le code y sert toujours.',
    server: 'Le serveur n’a pas pu répondre. Réessayez dans quelques minutes.',
  },
  retry: 'Réessayer',
  wait: 'Un instant…',
})

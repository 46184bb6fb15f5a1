import { type Card, cardFileName, vcard } from '../../formats/vcard.ts'
import { handFile } from '../parts/hand-file.ts'

/** Offers a person's card to the phone's address book. */
export const saveCard = (card: Card) =>
  handFile(new File([vcard(card)], cardFileName(card.name), { type: 'text/vcard' }))

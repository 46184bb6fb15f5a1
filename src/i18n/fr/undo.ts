import { section } from '../section.ts'

/** What taking back came to. */
export const undo = section('undo', {
  all: 'Annulé',
  some: 'Annulé, sauf ce qui a été changé depuis',
  nothing: 'Rien n’est annulé\u00a0: cela a été changé depuis',
})

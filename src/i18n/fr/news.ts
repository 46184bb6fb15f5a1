import { section } from '../section.ts'

/** What colleagues added. */
export const news = section('news', {
  sinceYesterday: 'Nouveau depuis hier',
  by: (name: string) => `ajouté par ${name}`,
  all: 'Tout voir',
})

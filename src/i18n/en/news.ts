import type { news as french } from '../fr/news.ts'
import type { Translated } from '../section.ts'

export const news: Translated<typeof french> = {
  sinceYesterday: 'New since yesterday',
  by: (name) => `added by ${name}`,
  all: 'See all',
}

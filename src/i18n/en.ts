import type { catalog } from '../domain/catalog.ts'
import { agenda } from './en/agenda.ts'
import { app } from './en/app.ts'
import { capture } from './en/capture.ts'
import { contacts } from './en/contacts.ts'
import { doubt } from './en/doubt.ts'
import { event } from './en/event.ts'
import { home } from './en/home.ts'
import { common, records } from './en/records.ts'
import type { Translation } from './language.ts'
import type { CatalogWords } from './record-words.ts'
import type { Translated } from './section.ts'
import type * as french from './sections.ts'

const sections: { readonly [S in keyof typeof french]: Translated<(typeof french)[S]> } = {
  agenda,
  app,
  capture,
  contacts,
  doubt,
  event,
  home,
}

/** Every word in English: loaded whole, and only by those who chose it. */
export const english: Translation & { records: CatalogWords<typeof catalog> } = { sections, records, common }

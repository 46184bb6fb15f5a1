import type { wholeCatalog } from '../domain/whole-catalog.ts'
import { agenda } from './en/agenda.ts'
import { app } from './en/app.ts'
import { attachments } from './en/attachments.ts'
import { capture } from './en/capture.ts'
import { contacts } from './en/contacts.ts'
import { doubt } from './en/doubt.ts'
import { entry } from './en/entry.ts'
import { event } from './en/event.ts'
import { filters } from './en/filters.ts'
import { home } from './en/home.ts'
import { install } from './en/install.ts'
import { lines } from './en/lines.ts'
import { lists } from './en/lists.ts'
import { news } from './en/news.ts'
import { online } from './en/online.ts'
import { pilotage } from './en/pilotage.ts'
import { record } from './en/record.ts'
import { common, records } from './en/records.ts'
import { settings } from './en/settings.ts'
import { solicitation } from './en/solicitation.ts'
import { sync } from './en/sync.ts'
import { team } from './en/team.ts'
import { teamwork } from './en/teamwork.ts'
import { trash } from './en/trash.ts'
import { twins } from './en/twins.ts'
import { undo } from './en/undo.ts'
import { versions } from './en/versions.ts'
import type { Translation } from './language.ts'
import type { CatalogWords } from './record-words.ts'
import type { Translated } from './section.ts'
import type * as french from './sections.ts'

const sections: { readonly [S in keyof typeof french]: Translated<(typeof french)[S]> } = {
  agenda,
  app,
  attachments,
  capture,
  contacts,
  doubt,
  entry,
  event,
  filters,
  home,
  install,
  lines,
  lists,
  news,
  online,
  pilotage,
  record,
  settings,
  solicitation,
  sync,
  team,
  teamwork,
  trash,
  twins,
  undo,
  versions,
}

/** Every word in English: loaded whole, and only by those who chose it. */
export const english: Translation & { records: CatalogWords<typeof wholeCatalog> } = { sections, records, common }

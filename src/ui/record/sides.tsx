import type { ComponentType } from 'preact'
import type { AnyRow } from '../../domain/record.ts'
import { later } from '../app/later.tsx'

type Sides = ComponentType<{ row: AnyRow }>

/** What a record's page shows under its fields, by table, a line each; each comes after the first paint. */
export const sides: Readonly<Record<string, Sides>> = {
  people: later(() => import('./person-sides.tsx').then((part) => part.PersonSides)),
  organisations: later(() => import('./organisation-sides.tsx').then((part) => part.OrganisationSides)),
  events: later(() => import('../event/event-sides.tsx').then((part) => part.EventSides)),
  attachments: later(() => import('../attachments/attachment-page.tsx').then((part) => part.AttachmentPage)),
  formations: later(() => import('../lists/formation-sides.tsx').then((part) => part.FormationSides)),
  trainingPeriods: later(() => import('../lists/formation-sides.tsx').then((part) => part.PeriodSides)),
  needs: later(() => import('../lists/need-sides.tsx').then((part) => part.NeedSides)),
  tasks: later(() => import('../event/task-sides.tsx').then((part) => part.TaskSides)),
}

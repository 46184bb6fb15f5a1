import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { app as appWords } from '../../i18n/fr/app.ts'
import { Empty } from '../parts/page.tsx'
import { useApp, useWords } from './app-context.ts'
import { later } from './later.tsx'
import style from './places.module.css'
import { useWide } from './use-wide.ts'

const Contacts = later(
  () => import('../pages/contacts.tsx').then((page) => page.Contacts),
  location.pathname.startsWith('/contacts') ? 'arriving' : 'drawn',
)
const NotFound = later(() => import('../pages/not-found.tsx').then((page) => page.NotFound))
const RecordPage = later(() => import('../record/record-page.tsx').then((page) => page.RecordPage))
const RecordFormPage = later(() => import('../record/record-form-page.tsx').then((page) => page.RecordFormPage))
const Agenda = later(() => import('../pages/agenda.tsx').then((page) => page.AgendaPage))

type Place = { table: string | undefined; id: string | undefined }

/** A list and the record one chose: one after the other on a phone, side by side on a desk. */
export const Sides = ({ list, detail }: { list: ComponentChildren; detail: ComponentChildren | undefined }) => {
  const words = useWords(appWords)
  const wide = useWide()
  if (!wide) return <>{detail ?? list}</>
  return (
    <div class={style.sides}>
      <div class={style.list}>{list}</div>
      <div class={style.detail}>{detail ?? <Empty>{words.chooseRecord}</Empty>}</div>
    </div>
  )
}

export const detailOf = (table: string | undefined, id: string | undefined) => {
  if (!table || !id) return undefined
  return id === 'new' ? <RecordFormPage key={table} table={table} /> : <RecordPage key={id} table={table} id={id} />
}

export const ContactsPlace = ({ table = 'people', id }: Place) => {
  const { space } = useApp()
  const [visit] = useState({})
  if (!space.catalog[table]?.inContacts) return <NotFound />
  return <Sides list={<Contacts key={table} table={table} current={id} visit={visit} />} detail={detailOf(table, id)} />
}

export const AgendaPlace = ({ table, id }: Place) => {
  const { space } = useApp()
  if (table && (!id || !Object.hasOwn(space.catalog, table) || space.catalog[table]?.inPilotage)) return <NotFound />
  return <Sides list={<Agenda />} detail={detailOf(table, id)} />
}

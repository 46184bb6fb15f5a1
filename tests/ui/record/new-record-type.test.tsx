import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact'
import { afterEach, expect, test } from 'vitest'
import { wholeCatalog as landed } from '../../../src/domain/whole-catalog.ts'
import { type Language, loadTranslation, speak } from '../../../src/i18n/language.ts'
import type { Change } from '../../../src/protocol/change.ts'
import { missingStep } from '../../../src/store/missing-step.ts'
import { openSpace } from '../../../src/store/open.ts'
import { listed } from '../../../src/store/read.ts'
import { schemaSteps } from '../../../src/store/schema-steps.ts'
import { openSearchIndex } from '../../../src/store/search-index.ts'
import type { Space } from '../../../src/store/space.ts'
import { birth, save } from '../../../src/store/write.ts'
import { type App, AppContext } from '../../../src/ui/app/app-context.ts'
import { LocationProvider, useLocation } from '../../../src/ui/app/location.tsx'
import { ContactsPlace } from '../../../src/ui/app/places.tsx'
import '../../../src/ui/style/base.css'
import { noActs } from '../render-app.tsx'
import { placementOffer, placementOfferInEnglish } from './fixtures/placement-offer.ts'

const catalog = { ...landed, placementOffers: placementOffer }
const english = { sections: {}, common: {}, records: { placementOffers: placementOfferInEnglish } }

const spaces: Space[] = []
afterEach(async () => {
  cleanup()
  await new Promise((done) => setTimeout(done, 50))
  for (const { db } of spaces.splice(0)) {
    db.close()
    indexedDB.deleteDatabase(db.name)
  }
})

/** The place of the app where Contacts are, at the address one is at. */
const Place = () => {
  const [, , table, id] = useLocation().path.split('/')
  return <ContactsPlace table={table} id={id} />
}

const openApp = async (language: Language, path: string) => {
  history.replaceState(null, '', path)
  const steps = [...schemaSteps, missingStep(catalog) ?? []].flat()
  const space = await openSpace({ name: `test-${crypto.randomUUID()}`, catalog, steps })
  spaces.push(space)
  await save(space, [birth(space, 'organisations', { name: 'Fonderie du Grésivaudan' })])
  const index = openSearchIndex(space)
  await index.refresh()
  const nothing = () => {}
  const app: App = {
    space,
    index,
    acts: noActs,
    speech: speak(language, await loadTranslation(language, english)),
    tell: nothing,
    fail: nothing,
    openCapture: nothing,
    setLanguage: nothing,
    enterExamples: nothing,
    leaveExamples: nothing,
  }
  render(
    <AppContext.Provider value={app}>
      <LocationProvider>
        <Place />
      </LocationProvider>
    </AppContext.Provider>,
  )
  return { space, index }
}
const type = (label: string, value: string) => fireEvent.input(screen.getByLabelText(label), { target: { value } })

test('a record type added by one file has its form, page, list, search and outbox, in French', async () => {
  const { space, index } = await openApp('fr', '/contacts/placementOffers/new')
  await screen.findByRole('heading', { name: /^Offre de stage/ })
  await screen.findByLabelText('Intitulé')
  type('Intitulé', 'Chaudronnerie d’été à Échirolles')
  fireEvent.click(screen.getByRole('button', { name: 'Bac professionnel' }))
  type('Places', '2')
  type('Gratification', '1 234,56 €')
  type('Téléphone du tuteur', '06 12 34 56 78')
  type('Métiers', 'soudeur, tuyauteur')
  fireEvent.focus(screen.getByLabelText('Structure'))
  type('Structure', 'fonderie du gresivaudan')
  fireEvent.click(screen.getByRole('button', { name: 'Enregistrer' }))

  await screen.findByRole('heading', { name: 'Chaudronnerie d’été à Échirolles' })
  await screen.findByText('06 12 34 56 78')
  await screen.findByRole('link', { name: 'Fonderie du Grésivaudan' })
  screen.getByRole('link', { name: 'Appeler' })
  expect(screen.getByText('soudeur, tuyauteur')).toBeTruthy()

  const [row] = await listed(space, 'placementOffers')
  const [structure] = await listed(space, 'organisations')
  expect(row).toMatchObject({
    title: 'Chaudronnerie d’été à Échirolles',
    level: 'bac',
    places: 2,
    pay: 1234.56,
    mobile: '+33612345678',
    trades: ['soudeur', 'tuyauteur'],
    organisation: structure?.id,
  })
  expect(row).not.toHaveProperty('email')
  const outbox = await space.db.table<Change, number>('outbox').toArray()
  expect(outbox.at(-1)).toMatchObject({
    table: 'placementOffers',
    row: row?.id,
    fields: { level: 'bac', trades: { add: ['soudeur', 'tuyauteur'] } },
  })
  expect(await space.db.table('drafts').count()).toBe(0)

  await index.refresh()
  for (const query of ['echirolles', 'CHAUDRONNERIE', '0612', 'fonderie'])
    expect(
      index.search('placementOffers', query).rows.map((entry) => entry.id),
      query,
    ).toEqual([row?.id])
})

test('the list of the new type is a tab of Contacts, and searches', async () => {
  const { space, index } = await openApp('fr', '/contacts/placementOffers')
  await save(space, [
    birth(space, 'placementOffers', { title: 'Soudure' }),
    birth(space, 'placementOffers', { title: 'Menuiserie' }),
  ])
  await index.refresh()
  const tab = await screen.findByRole('tab', { name: 'Offres de stage' })
  expect(tab.getAttribute('aria-selected')).toBe('true')
  await screen.findByRole('link', { name: /Menuiserie/ })
  fireEvent.input(screen.getByRole('searchbox', { name: 'Rechercher' }), { target: { value: 'soud' } })
  await waitFor(() => expect(screen.queryByRole('link', { name: /Menuiserie/ })).toBeNull())
  screen.getByRole('link', { name: /Soudure/ })
})

test('the same form speaks English, from the words that came with the type', async () => {
  const { space } = await openApp('en', '/contacts/placementOffers/new')
  await screen.findByRole('heading', { name: 'Placement offer' })
  await screen.findByLabelText('Heading')
  type('Heading', 'Welding')
  fireEvent.click(screen.getByRole('button', { name: 'Vocational baccalaureate' }))
  screen.getByText(/The highest/)
  const allowance = screen.getByLabelText('Allowance')
  fireEvent.input(allowance, { target: { value: '1,234.50' } })
  const tutor = screen.getByRole('group', { name: 'Days', hidden: true })
  fireEvent.click(within(tutor).getByRole('button', { name: 'Weekend', hidden: true }))
  fireEvent.click(screen.getByRole('button', { name: 'Save' }))
  await screen.findByRole('heading', { name: 'Welding' })
  await screen.findByText('€1,234.50')
  const [row] = await listed(space, 'placementOffers')
  expect(row).toMatchObject({ title: 'Welding', level: 'bac', pay: 1234.5, days: ['weekend'] })
})

import { fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { expect, test } from 'vitest'
import type { OtherVersion } from '../../../src/domain/record.ts'
import type { Space } from '../../../src/store/space.ts'
import { birth, save } from '../../../src/store/write.ts'
import { Contacts } from '../../../src/ui/pages/contacts.tsx'
import { RecordPage } from '../../../src/ui/record/record-page.tsx'
import { claire, teamSpace } from '../as-a-team.ts'
import { renderIn } from '../render-app.tsx'

const noon = () => new Date('2026-11-24T12:00:00').getTime()
const yesterday = new Date('2026-11-23T14:32:00').toISOString()
const today = new Date('2026-11-24T09:05:00').toISOString()
const version = (space: Space, value: OtherVersion['value']): OtherVersion => ({
  ...{ value, by: claire, at: yesterday, kept: { by: space.me, at: today } },
})
const withVersions = async (values: Record<string, unknown>, others: Record<string, OtherVersion['value']>) => {
  const space = await teamSpace(noon)
  const born = birth(space, 'organisations', { name: 'Dupont', ...values })
  await save(space, [born])
  const table = space.db.table('organisations')
  const versions = Object.fromEntries(Object.entries(others).map(([name, value]) => [name, version(space, value)]))
  await table.put({ ...(await table.get(born.row)), seq: 7, versions })
  const sent = async () => (await space.db.table('outbox').toArray()).slice(1)
  return { space, id: born.row, kept: () => table.get(born.row), sent }
}
const page = (id: string) => <RecordPage table="organisations" id={id} />

test('both values are shown with who gave them and when, and one tap takes the other', async () => {
  const { space, id, kept, sent } = await withVersions({ phone: '+33476000000' }, { phone: '+33476999999' })
  const { notices } = await renderIn(page(id), { space })
  expect(await screen.findByText('04 76 00 00 00')).toBeTruthy()
  expect(await screen.findByText('Vous · aujourd’hui 9 h 05')).toBeTruthy()
  expect(screen.getByText('04 76 99 99 99')).toBeTruthy()
  expect(await screen.findByText('Claire Martin · hier 14 h 32')).toBeTruthy()
  expect(screen.getByText('Deux versions')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: 'Prendre celle-ci\u00a0: Téléphone' }))
  await waitFor(() => expect(screen.queryByText('Deux versions')).toBeNull())
  expect(await kept()).toMatchObject({ phone: '+33476999999' })
  expect((await kept()).versions).toBeUndefined()
  expect(await sent()).toMatchObject([{ base: 7, fields: { phone: '+33476999999' } }])
  notices.at(-1)?.act?.run()
  await waitFor(async () => expect((await kept()).phone).toBe('+33476000000'))
})

test('keeping the present value settles it too: it is given once more by somebody who saw both', async () => {
  const { space, id, kept, sent } = await withVersions({ town: 'Voiron' }, { town: 'Rives' })
  await renderIn(page(id), { space })
  fireEvent.click(await screen.findByRole('button', { name: 'Garder celle-ci\u00a0: Commune' }))
  await waitFor(() => expect(screen.queryByText('Deux versions')).toBeNull())
  expect(await kept()).toMatchObject({ town: 'Voiron' })
  expect(await sent()).toMatchObject([{ base: 7, fields: { town: 'Voiron' } }])
})

test('every kind of field can have two versions, also one that was emptied', async () => {
  const { space, id, kept } = await withVersions(
    { kind: 'craft', partnerSince: '2026-01-01', notes: 'Par la cour' },
    { kind: 'association', partnerSince: '2025-09-01', doNotContact: true, notes: null, website: 'dupont.example' },
  )
  await renderIn(page(id), { space })
  const band = await screen.findByRole('button', { name: /^Deux versions à départager.: (.+, ){4}/ })
  fireEvent.click(band)
  expect(document.activeElement?.id).toMatch(/^versions-/)
  const widths = screen.getAllByRole('button', { name: /^(Garder|Prendre)/ }).map((one) => one.offsetWidth)
  expect(new Set(widths).size).toBe(1)
  expect(screen.getByText('1er sept. 2025')).toBeTruthy()
  expect(screen.getByText('Oui')).toBeTruthy()
  expect(screen.getByText('dupont.example')).toBeTruthy()
  expect(screen.getAllByText('(vide)')).toHaveLength(3)
  fireEvent.click(screen.getByRole('button', { name: 'Prendre celle-ci\u00a0: Notes' }))
  await waitFor(async () => expect((await kept()).notes).toBeUndefined())
  fireEvent.click(screen.getByRole('button', { name: 'Garder celle-ci\u00a0: Site' }))
  await waitFor(async () => expect(Object.keys((await kept()).versions)).not.toContain('website'))
  fireEvent.click(screen.getByRole('button', { name: 'Prendre celle-ci\u00a0: Ne plus contacter' }))
  await waitFor(async () => expect((await kept()).doNotContact).toBe(true))
})

test('a list says it in words, and can be narrowed to such records', async () => {
  const { space } = await withVersions({}, { town: 'Rives' })
  await save(space, [birth(space, 'organisations', { name: 'Durand' })])
  await renderIn(<Contacts table="organisations" />, { space, path: '/contacts/organisations' })
  expect((await screen.findByText('Deux versions')).closest('a')?.textContent).toContain('Dupont')
  fireEvent.click(screen.getByRole('button', { name: 'Filtrer' }))
  fireEvent.change(await screen.findByLabelText('À regarder', {}, { timeout: 5_000 }), { target: { value: 'double' } })
  await waitFor(() => expect(screen.queryByRole('link', { name: /Durand/ })).toBeNull())
  expect(await screen.findByRole('link', { name: /Dupont/ })).toBeTruthy()
})

const past = [
  { seq: 9, by: claire, at: Date.parse(today), change: 'Voiron', lost: false },
  { seq: 8, by: claire, at: Date.parse(yesterday), change: 'Rives', lost: true },
  { seq: 7, by: claire, at: Date.parse(yesterday), change: null, lost: false },
]
const openPast = async (field: string) => {
  fireEvent.click(await screen.findByRole('button', { name: new RegExp(`^${field}`) }))
  fireEvent.click(await screen.findByRole('button', { name: 'Valeurs passées' }))
}

test('the past values of a field are read online, say which was not retained, and one is taken back', async () => {
  const { space, id, kept } = await withVersions({ town: 'Voiron' }, {})
  const asked: unknown[] = []
  const history = async (...given: unknown[]) => {
    asked.push(given)
    return { ok: true, value: { entries: past, more: false } } as const
  }
  const { notices } = await renderIn(page(id), { space, acts: { history } })
  await openPast('Commune')
  const sheet = await screen.findByRole('dialog', { name: 'Commune\u00a0: valeurs passées' })
  await within(sheet).findByText('Claire Martin · aujourd’hui 9 h 05')
  const entries = within(sheet).getAllByRole('listitem')
  expect(entries.map((one) => one.textContent)).toEqual([
    'VoironClaire Martin · aujourd’hui 9\u00a0h\u00a005Valeur actuelle',
    'RivesClaire Martin · hier 14\u00a0h\u00a032N’a pas été retenueReprendre cette valeur',
    '(vide)Claire Martin · hier 14\u00a0h\u00a032Reprendre cette valeur',
  ])
  expect(asked).toEqual([[{ table: 'organisations', row: id, field: 'town' }, undefined]])
  fireEvent.click(within(entries[1] as HTMLElement).getByRole('button'))
  await waitFor(async () => expect((await kept()).town).toBe('Rives'))
  expect(notices.at(-1)?.text).toBe('Commune\u00a0: valeur reprise')
  // The closed sheet takes its step out of the history a moment later.
  await waitFor(() => expect(window.history.state).not.toBe('sheet'))
})

test('a value given twice is the present one once, and neither offers what one has', async () => {
  const { space, id } = await withVersions({ town: 'Voiron' }, {})
  const older = { seq: 5, by: claire, at: Date.parse(yesterday), change: 'Voiron', lost: false }
  const history = async () => ({ ok: true, value: { entries: [...past, older], more: false } }) as const
  const texts = async (moment: RegExp) => {
    const sheet = await screen.findByRole('dialog')
    await within(sheet).findAllByText(moment)
    return within(sheet)
      .getAllByRole('listitem')
      .map((one) => one.textContent?.replaceAll('\u00a0', ' '))
  }
  const { view } = await renderIn(page(id), { space, acts: { history } })
  await openPast('Commune')
  const french = await texts(/^Claire Martin/)
  expect(french[0]).toBe('VoironClaire Martin · aujourd’hui 9 h 05Valeur actuelle')
  expect(french[3]).toBe('VoironClaire Martin · hier 14 h 32')
  view.unmount()
  await renderIn(page(id), { space, acts: { history }, language: 'en' })
  fireEvent.click(await screen.findByRole('button', { name: /^Town/ }))
  fireEvent.click(await screen.findByRole('button', { name: 'Past values' }))
  const english = await texts(/^Claire Martin/)
  expect(english.map((text) => /Present value$/.test(String(text)))).toEqual([true, false, false, false])
})

test('of what a phone had heard before a restore the past tells who wrote it, and whose phone gave it back', async () => {
  const { space, id } = await withVersions({ town: 'Voiron' }, {})
  const given = { seq: 9, by: 'somebody', at: Date.parse(yesterday), change: 'Voiron', lost: false, heard: claire }
  const history = async () => ({ ok: true, value: { entries: [given], more: false } }) as const
  await renderIn(page(id), { space, acts: { history } })
  await openPast('Commune')
  const sheet = await screen.findByRole('dialog')
  const entry = await within(sheet).findByText('Rendue par le téléphone de Claire Martin, après une restauration')
  expect(entry.closest('li')?.textContent).not.toMatch(/^VoironClaire/)
})

test('of a list of words the past tells what came and what went', async () => {
  const { space, id } = await withVersions({ tags: ['bois'] }, {})
  const history = async () =>
    ({
      ok: true,
      value: { entries: [{ ...past[0], change: { add: ['bois'], drop: ['métal', 'acier'] } }], more: false },
    }) as never
  await renderIn(page(id), { space, acts: { history } })
  await openPast('Étiquettes')
  const sheet = await screen.findByRole('dialog')
  expect((await within(sheet).findByRole('listitem')).textContent).toContain(
    'Ajouté\u00a0: boisRetiré\u00a0: métal, acier',
  )
  expect(within(sheet).queryByRole('button', { name: 'Reprendre cette valeur' })).toBeNull()
})

test('without a network it is said that past values need one, and asked again on demand', async () => {
  const { space, id } = await withVersions({ town: 'Voiron' }, {})
  let isOnline = false
  const history = async () =>
    isOnline
      ? ({ ok: true, value: { entries: past, more: false } } as const)
      : ({ ok: false, why: 'no-network' } as const)
  await renderIn(page(id), { space, acts: { history } })
  await openPast('Commune')
  expect(await screen.findByText(/se lisent en ligne/)).toBeTruthy()
  isOnline = true
  fireEvent.click(screen.getByRole('button', { name: 'Réessayer' }))
  expect(await screen.findByText('Rives')).toBeTruthy()
})

test('on a phone that is in no space nothing is said of past values', async () => {
  const { space, id } = await withVersions({ town: 'Voiron' }, {})
  await space.db.table('meta').delete('enrolment')
  await renderIn(page(id), { space })
  fireEvent.click(await screen.findByRole('button', { name: /^Commune/ }))
  expect(await screen.findByRole('button', { name: 'Enregistrer' })).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Valeurs passées' })).toBeNull()
})

import { fireEvent, screen, waitFor } from '@testing-library/preact'
import { expect, test } from 'vitest'
import { refusedIn } from '../../../src/store/refused.ts'
import type { Space } from '../../../src/store/space.ts'
import type { Enrolment } from '../../../src/store/sync-state.ts'
import { birth, save } from '../../../src/store/write.ts'
import { RecordPage } from '../../../src/ui/record/record-page.tsx'
import { ExportUnsent } from '../../../src/ui/sync/export-unsent.tsx'
import { RefusedPage } from '../../../src/ui/sync/refused-page.tsx'
import { renderIn, testSpace } from '../render-app.tsx'

const report = 'Peut accueillir deux élèves.\nDemande un jury en juin.'
const withRefused = async () => {
  const space = await testSpace()
  const structure = birth(space, 'organisations', { name: 'Menuiserie du Songe' })
  const exchange = birth(space, 'exchanges', {
    ...{ kind: 'call', at: '2026-11-22T09:30:00.000Z', organisation: structure.row, report },
    interests: ['placement'],
  })
  await save(space, [structure, exchange])
  const change = await space.db.table('outbox').get(2)
  await space.db.table('refused').put({ n: 2, change, code: 'invalid', at: '2026-11-22T10:00:00.000Z' })
  const sync = { key: 'sync', cursor: 3, acked: 2, gone: 0, filled: true }
  const enrolment: Enrolment = {
    ...{ key: 'enrolment', campus: 'c1', name: 'Campus du Bois', kind: 'campus', role: 'member' },
    at: '2026-11-22T09:00:00.000Z',
  }
  await space.db.table('meta').bulkPut([sync, enrolment])
  return { space }
}
const numbersIn = async (space: Space) => (await refusedIn(space)).listed.map(({ n }) => n)

test('what was refused is there with every word of it, under the names of its fields, and why', async () => {
  const { space } = await withRefused()
  await renderIn(<RefusedPage />, { space })
  await screen.findByText('Une valeur n’est pas de la forme attendue. Corrigez-la.')
  const textOf = (one: Element | null) => one?.textContent?.replace(/\u00a0/g, ' ')
  const shown = [...document.querySelectorAll('dl div')].map((one) => [
    textOf(one.querySelector('dt')),
    textOf(one.querySelector('dd')),
  ])
  expect(shown).toContainEqual(['Structure', 'Menuiserie du Songe'])
  expect(shown).toContainEqual(['Type', 'Appel'])
  expect(shown.map(([, text]) => text)).toContain(report)
  expect(shown.map(([, text]) => text)).toContain('ajouté : PFMP, stage')
  expect(screen.getByRole('link', { name: 'Corriger' }).getAttribute('href')).toBe('/a-revoir/2')
})

test('sent again, it leaves the list and waits to be sent', async () => {
  const { space } = await withRefused()
  const { notices } = await renderIn(<RefusedPage />, { space })
  const again = await screen.findByRole('button', { name: 'Envoyer à nouveau' })
  again.focus()
  fireEvent.click(again)
  await screen.findByText('Rien à revoir.')
  expect(notices.map(({ text }) => text)).toEqual(['Sera envoyé à nouveau'])
  expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }))
  expect((await space.db.table('outbox').toArray()).at(-1)).toMatchObject({ n: 3, fields: { report } })
})

test('taken off the list, it can be brought back at once, and later from below the list', async () => {
  const { space } = await withRefused()
  const { notices } = await renderIn(<RefusedPage />, { space })
  const takeOff = async () => {
    const button = await screen.findByRole('button', { name: 'Retirer de la liste' })
    button.focus()
    fireEvent.click(button)
  }
  await takeOff()
  await screen.findByText('Rien à revoir.')
  expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }))
  await waitFor(() => expect(notices).toHaveLength(1))
  notices[0]?.act?.run()
  await waitFor(async () => expect(await numbersIn(space)).toEqual([2]))
  await takeOff()
  const below = await screen.findByRole('heading', { name: 'Retirées de la liste' })
  expect(below.closest('section')?.textContent).toContain(report)
  fireEvent.click(await screen.findByRole('button', { name: 'Remettre dans la liste' }))
  await waitFor(async () => expect(await numbersIn(space)).toEqual([2]))
})

test('all that is on this phone alone can be taken along as a text, whole and readable', async () => {
  const { space } = await withRefused()
  await space.db.table('refused').update(2, { isOff: true })
  await save(space, [birth(space, 'people', { name: 'Zoé Roux', position: 'Tutrice' })])
  const files: File[] = []
  const hand = async (file: File) => {
    files.push(file)
    return 'downloaded' as const
  }
  await renderIn(<ExportUnsent hand={hand} />, { space })
  fireEvent.click(await screen.findByRole('button', { name: 'Exporter ce qui n’est pas envoyé' }))
  await waitFor(() => expect(files).toHaveLength(1))
  const text = await files[0]?.text()
  for (const part of [report, 'Menuiserie du Songe', 'Zoé Roux', 'Fonction : Tutrice', 'non accepté'])
    expect(text).toContain(part)
  expect(files[0]?.name).toMatch(/^maillage-non-envoye-\d{4}-\d\d-\d\d\.txt$/)
})

test('where nothing is left to send, no export is offered, until something waits again', async () => {
  const space = await testSpace()
  const { view } = await renderIn(<RefusedPage />, { space })
  await screen.findByText('Rien à revoir.')
  expect(screen.queryByRole('button')).toBeNull()
  await save(space, [birth(space, 'people', { name: 'Zoé Roux' })])
  await screen.findByRole('button', { name: 'Exporter ce qui n’est pas envoyé' })
  view.unmount()
  await renderIn(<ExportUnsent />, { space, language: 'en' })
  await screen.findByRole('button', { name: 'Export what is not sent' })
})

test('a record tells on its page that it is not sent yet, until it is', async () => {
  const { space } = await withRefused()
  const ada = birth(space, 'people', { name: 'Ada' })
  await save(space, [ada])
  await renderIn(<RecordPage table="people" id={ada.row} />, { space })
  await screen.findByText('Pas encore envoyé')
  await space.db.table('meta').update('sync', { acked: 3 })
  await waitFor(() => expect(screen.queryByText('Pas encore envoyé')).toBeNull())
})

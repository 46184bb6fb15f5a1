import { fireEvent, screen, waitFor } from '@testing-library/preact'
import { expect, test } from 'vitest'
import { refusedIn } from '../../../src/store/refused.ts'
import { birth, save } from '../../../src/store/write.ts'
import type { Acts, HeldDeletion } from '../../../src/ui/app/acts.ts'
import { RefusedPage } from '../../../src/ui/sync/refused-page.tsx'
import { StateLine } from '../../../src/ui/sync/state-line.tsx'
import { renderIn, testSpace } from '../render-app.tsx'

const deletedAt = '2026-11-22T10:00:00.000Z'

/** A phone in a space, with seven people; `held`: how many deletions the direction has to look at. */
const inSpace = async (held = 0) => {
  const space = await testSpace()
  const born = Array.from({ length: 7 }, (_, at) => birth(space, 'people', { name: `Personne ${at}` }))
  await save(space, born)
  const sync = { key: 'sync', cursor: 3, acked: 14, gone: 0, filled: true, lastDone: Date.now(), ...(held && { held }) }
  const at = '2026-11-22T09:00:00.000Z'
  const enrolment = { key: 'enrolment', campus: 'c1', name: 'Campus', kind: 'campus', role: 'direction', at }
  await space.db.table('meta').bulkPut([sync, enrolment])
  return { space, rows: born.map(({ row }) => ({ table: 'people', row })) }
}
const group = (rows: HeldDeletion['rows']): HeldDeletion => ({
  ...{ device: 'd2', by: 'someone', count: 7, from: 8, upTo: 14, at: Date.now(), rows },
})

test('the direction sees from Accueil that deletions wait, whose they are, and which', async () => {
  const { space, rows } = await inSpace(7)
  const held = async () => ({ ok: true, value: [group(rows)] }) as const
  const line = await renderIn(<StateLine />, { space })
  const link = await screen.findByRole('link', { name: '7\u00a0suppressions attendent votre accord' })
  expect(link.getAttribute('href')).toBe('/a-revoir')
  line.view.unmount()
  await renderIn(<RefusedPage />, { space, acts: { held } })
  await screen.findByRole('heading', { name: '7\u00a0suppressions à confirmer' })
  const names = await screen.findAllByRole('link', { name: /Personne/ })
  expect(names.map((name) => name.querySelector('bdi')?.textContent)).toEqual(
    [0, 1, 2, 3, 4].map((at) => `Personne ${at}`),
  )
  fireEvent.click(screen.getByRole('button', { name: 'Voir les 7\u00a0fiches' }))
  await waitFor(() => expect(screen.getAllByRole('link', { name: /Personne/ })).toHaveLength(7))
})

test.each([
  ['Garder les fiches', 'keep', 'Fiches gardées'],
  ['Supprimer les 7\u00a0fiches', 'delete', 'Fiches supprimées'],
] as const)('“%s” is said to the server, and told', async (button, as, told) => {
  const { space, rows } = await inSpace(7)
  const settled: unknown[] = []
  const held: Acts['held'] = async (settle) => {
    if (settle) settled.push(settle)
    return { ok: true, value: settle ? [] : [group(rows)] }
  }
  const { notices } = await renderIn(<RefusedPage />, { space, acts: { held } })
  fireEvent.click(await screen.findByRole('button', { name: button }))
  await waitFor(() => expect(notices.map(({ text }) => text)).toEqual([told]))
  expect(settled).toEqual([{ device: 'd2', upTo: 14, as }])
  expect(screen.queryByRole('button', { name: button })).toBeNull()
})

test('without a network the direction reads that nothing changed, and may try again', async () => {
  const { space } = await inSpace(7)
  await renderIn(<RefusedPage />, { space })
  await screen.findByText(/Pas de réseau/)
  expect(screen.getByRole('button', { name: 'Réessayer' })).toBeTruthy()
})

/** A phone whose seven deletions wait. */
const waiting = async () => {
  const { space, rows } = await inSpace()
  await save(
    space,
    rows.map(({ table, row }) => ({ table, row, fields: { deletedAt } })),
  )
  const changes = (await space.db.table('outbox').toArray()).slice(7)
  const at = '2026-11-22T10:00:00.000Z'
  await space.db.table('refused').bulkPut(changes.map((change) => ({ n: change.n, change, code: 'held', at })))
  return space
}

test('who asked for them sees one item, not seven, and that everybody still has the rows', async () => {
  const space = await waiting()
  const line = await renderIn(<StateLine />, { space })
  await screen.findByRole('link', { name: '1\u00a0saisie à revoir' })
  line.view.unmount()
  await renderIn(<RefusedPage />, { space })
  await screen.findByRole('heading', { name: '7\u00a0suppressions attendent la direction' })
  expect(screen.getAllByRole('heading', { level: 2 })).toHaveLength(1)
  expect(screen.queryByText('Rien à revoir.')).toBeNull()
})

test('once the direction has answered, what no longer waits leaves the list', async () => {
  const space = await waiting()
  const held = async () =>
    ({ ok: true, value: [{ ...group([]), device: space.device, count: 2, from: 13, upTo: 14 }] }) as const
  const { notices } = await renderIn(<RefusedPage />, { space, acts: { held } })
  await screen.findByRole('heading', { name: '2\u00a0suppressions attendent la direction' })
  expect((await refusedIn(space)).listed.map(({ n }) => n)).toEqual([13, 14])
  expect(notices.map(({ text }) => text)).toEqual(['La direction a répondu'])
})

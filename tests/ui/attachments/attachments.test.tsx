import { fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { expect, test, vi } from 'vitest'
import type { Attachment } from '../../../src/domain/records/attachment.ts'
import { attach } from '../../../src/store/attach.ts'
import { keepBlob } from '../../../src/store/blobs.ts'
import type { Offer } from '../../../src/store/offers.ts'
import { setOfferAside } from '../../../src/store/offers.ts'
import type { Space } from '../../../src/store/space.ts'
import { Attachments } from '../../../src/ui/attachments/attachments.tsx'
import { madeFile } from '../../store/made-file.ts'
import { claire, fromColleague, teamSpace } from '../as-a-team.ts'
import { renderIn } from '../render-app.tsx'

const noon = () => new Date('2026-11-24T12:00:00').getTime()
const to = { by: 'person', id: 'p1' } as const

const photo = async (name = 'Stand') => {
  const canvas = Object.assign(document.createElement('canvas'), { width: 8, height: 6 })
  const blob = (await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg'))) as Blob
  return new File([blob], name, { type: 'image/jpeg' })
}
const choose = async (way: string, files: File[]) => {
  const input = (await screen.findByRole('button', { name: way })).nextElementSibling as HTMLInputElement
  Object.defineProperty(input, 'files', { value: files, configurable: true })
  fireEvent.change(input)
}
const rowsIn = (space: Space) => space.db.table<Attachment>('attachments').toArray()
const tile = (name: RegExp) => screen.findByRole('button', { name })

/** As a colleague's phone made it: the row is here, the bytes are not. */
const colleagues = async (space: Space) => {
  const file = await madeFile()
  const [undo] = await attach(space, [{ ...file, name: 'Atelier', kind: 'photo' }], to)
  await fromColleague(space, 'attachments', undo?.row ?? '', { by: claire })
  for (const table of ['blobs', 'offers', 'outbox']) await space.db.table(table).clear()
  return file
}

test('several photos are added at once, shown as pictures that wait to be sent, and taken back with one tap', async () => {
  const space = await teamSpace(noon)
  const { notices } = await renderIn(<Attachments {...to} />, { space })
  await choose('Ajouter une photo', [await photo(), await photo('Atelier')])
  await waitFor(() => expect(document.querySelectorAll('li img')).toHaveLength(2))
  expect(notices.at(-1)?.text).toBe('2\u00a0fichiers enregistrés sur ce téléphone')
  expect(await screen.findAllByText('À envoyer')).toHaveLength(2)
  notices.at(-1)?.act?.run()
  await waitFor(() => expect(screen.queryByText('À envoyer')).toBeNull())
  expect((await rowsIn(space)).every(({ deletedAt }) => deletedAt)).toBe(true)
})

test('of several files those that cannot be added are told, and the others are kept', async () => {
  const { space, notices } = await renderIn(<Attachments {...to} />)
  await choose('Ajouter une photo', [new File([], 'vide.jpg'), await photo()])
  await waitFor(() => expect(notices.at(-1)?.text).toMatch(/«\u202fvide\.jpg\u202f» est vide/))
  expect(notices.at(-1)?.urgent).toBe(true)
  expect(await rowsIn(space)).toHaveLength(1)
})

test('where there is no room it is said, and nothing is half there', async () => {
  const { space, notices } = await renderIn(<Attachments {...to} />)
  const { put } = IDBObjectStore.prototype
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...given) {
    if (this.name === 'blobs') throw new DOMException('full', 'QuotaExceededError')
    return put.apply(this, given)
  })
  await choose('Ajouter une photo', [await photo()])
  await waitFor(() => expect(notices.at(-1)?.text).toMatch(/il n’y a plus de place/))
  vi.restoreAllMocks()
  expect([await rowsIn(space), await space.db.table('outbox').count()]).toEqual([[], 0])
})

test('a business card is offered on a person’s page only', async () => {
  await renderIn(<Attachments {...to} />)
  await screen.findByRole('button', { name: 'Carte de visite' })
  await renderIn(<Attachments by="event" id="e1" />)
  await waitFor(() => expect(screen.getAllByRole('button', { name: 'Ajouter un document' })).toHaveLength(2))
  expect(screen.getAllByRole('button', { name: 'Carte de visite' })).toHaveLength(1)
})

test('a colleague’s photo that has not come says on whose phone it is, and is drawn when it comes', async () => {
  const space = await teamSpace(noon)
  const { sha } = await colleagues(space)
  const asked: string[] = []
  let isThere = false
  const fetchBlob = async (wanted: string) => {
    asked.push(wanted)
    if (!isThere) return { ok: false, why: 'not-found' } as const
    await keepBlob(space, sha, await (await photo()).arrayBuffer())
    return { ok: true, value: undefined } as const
  }
  await renderIn(<Attachments {...to} />, { space, acts: { fetchBlob } })
  await tile(/^Voir Atelier. Encore sur le téléphone de Claire Martin$/)
  isThere = true
  await space.db.table('meta').put({ key: 'sync', cursor: 9, acked: 0, gone: 0, lastDone: noon() + 1 })
  await tile(/^Voir Atelier$/)
  await waitFor(() => expect(document.querySelectorAll('li img')).toHaveLength(1))
  expect(new Set(asked)).toEqual(new Set([sha]))
})

test('without a network what is not here says so calmly', async () => {
  const space = await teamSpace(noon)
  await colleagues(space)
  await renderIn(<Attachments {...to} />, { space })
  await tile(/Pas de réseau\u00a0: arrivera plus tard$/)
})

test('what the space did not accept says so, and can be kept as a copy', async () => {
  const space = await teamSpace(noon)
  await attach(space, [await madeFile()], to)
  const [offer] = await space.db.table<Offer>('offers').toArray()
  await setOfferAside(space, offer as Offer, 'wrong-type')
  await renderIn(<Attachments {...to} />, { space })
  fireEvent.click(await tile(/Pas accepté$/))
  const full = within(await screen.findByRole('dialog'))
  await full.findByText(/reste sur ce téléphone. Gardez-en une copie/)
  await full.findByRole('button', { name: 'Enregistrer une copie' })
})

test('a document is no picture: it is a line, opened to be kept, never drawn', async () => {
  const space = await teamSpace(noon)
  const bytes = new TextEncoder().encode('<html><script>1</script>').buffer
  const file = {
    ...(await madeFile()),
    name: 'page.html',
    kind: 'document',
    mediaType: 'application/octet-stream',
  } as const
  await attach(space, [{ ...file, bytes }], to)
  await renderIn(<Attachments {...to} />, { space })
  fireEvent.click(await screen.findByRole('button', { name: /^page\.html/ }))
  await within(await screen.findByRole('dialog')).findByRole('button', { name: 'Enregistrer une copie' })
  expect(document.querySelectorAll('img, iframe, object')).toHaveLength(0)
})

test('a photo that is seen whole can be deleted from there, and brought back', async () => {
  const space = await teamSpace(noon)
  await attach(space, [await madeFile()], to)
  const { notices } = await renderIn(<Attachments {...to} />, { space })
  fireEvent.click(await tile(/^Voir Carte de Nadia/))
  fireEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Supprimer' }))
  await waitFor(() => expect(screen.queryByRole('button', { name: /^Voir/ })).toBeNull())
  notices.at(-1)?.act?.run()
  await tile(/^Voir Carte de Nadia/)
})

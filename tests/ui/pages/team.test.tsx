import { fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { afterEach, expect, test } from 'vitest'
import { afterFrame } from '../../../src/store/after-frame.ts'
import type { Space } from '../../../src/store/space.ts'
import type { Acts, OpenInvitation } from '../../../src/ui/app/acts.ts'
import { SettingsPage } from '../../../src/ui/pages/settings.tsx'
import { TeamPage } from '../../../src/ui/pages/team.tsx'
import { renderIn, testSpace } from '../render-app.tsx'

afterEach(() => sessionStorage.clear())

const noon = new Date('2026-11-25T12:00:00').getTime()
const hour = 3_600_000
const link = { link: 'https://campus.example/entrer#tok', code: 'K7QF2-M9X3T', expires: noon + 26 * hour }

const inSpace = async (role: 'direction' | 'member'): Promise<Space> => {
  const space = await testSpace(() => noon)
  const { db, me } = space
  await db.table('meta').put({ key: 'enrolment', campus: 'c', name: 'Campus du Bois', kind: 'campus', role, at: '' })
  await db.table('members').bulkPut([
    { id: me, name: 'Camille Martin', role, seq: 1, rev: 1 },
    { id: 'tablet', name: 'Camille', role, seq: 1, rev: 1, mergedInto: me },
    { id: 'lea', name: 'Léa Blanc', role: 'member', seq: 1, rev: 1 },
    { id: 'gone', name: 'Paul Roche', role: 'member', seq: 1, rev: 1, deletedAt: '2026-11-20T10:00:00.000Z' },
  ])
  return space
}
type Asked = Parameters<Acts['invite']>[0]
const server = (open: OpenInvitation[] = []) => {
  const asked: Asked[] = []
  const cancelled: string[] = []
  const acts: Pick<Acts, 'invite' | 'invitations'> = {
    invite: async (one) => {
      asked.push(one)
      return { ok: true, value: link }
    },
    invitations: async (cancel) => {
      if (cancel) cancelled.push(cancel)
      return { ok: true, value: open.filter(({ id }) => !cancelled.includes(id)) }
    },
  }
  return { acts, asked, cancelled }
}
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))

test('the page says which space it is, who is in it and as what, oneself first', async () => {
  await renderIn(<TeamPage />, { space: await inSpace('direction'), acts: server().acts })
  await screen.findByRole('heading', { name: 'Campus du Bois', level: 1 })
  screen.getByText(/Campus · Votre rôle.: Direction/)
  await screen.findByText('Camille Martin')
  const [own, colleague, ...more] = screen.getAllByRole('listitem')
  expect(own?.textContent).toMatch(/Camille Martin.*Vous · Direction.*2.appareils/)
  expect(colleague?.textContent).toMatch(/Léa Blanc.*Membre de l’équipe/)
  expect(more).toEqual([])
})

test('the direction invites by name and role, and shows the code, the link and until when', async () => {
  const { acts, asked } = server()
  const copied: string[] = []
  const ways = { copy: async (text: string) => void copied.push(text) }
  const { notices } = await renderIn(<TeamPage ways={ways} />, { space: await inSpace('direction'), acts })
  await screen.findByRole('heading', { level: 1, name: 'Campus du Bois' })
  press('Inviter un collègue')
  const sheet = await screen.findByRole('dialog', { name: 'Inviter un collègue' })
  fireEvent.input(await within(sheet).findByRole('textbox', { name: /Son nom/ }), { target: { value: 'Zoé Petit' } })
  press('Direction')
  press('Créer l’invitation')
  const code = await within(sheet).findByRole('status', { name: 'Code' })
  expect(code.textContent).toBe('K7QF2-M9X3T')
  await waitFor(() => expect(document.activeElement).toBe(code))
  expect(asked).toEqual([{ id: expect.any(String), kind: 'invite', name: 'Zoé Petit', role: 'direction' }])
  screen.getByRole('dialog', { name: 'Invitation pour Zoé Petit' })
  await within(sheet).findByRole('img', { name: /Image à viser/ })
  within(sheet).getByText(/Valable une seule fois, jusqu’à demain, 14.h.00/)
  press('Copier le lien')
  await waitFor(() => expect(copied).toEqual([link.link]))
  expect(notices.at(-1)?.text).toBe('Lien copié')
})

test('where nothing copies nor shares, the link stands there to be taken by hand', async () => {
  await renderIn(<TeamPage ways={{}} />, { space: await inSpace('member'), acts: server().acts })
  await screen.findByRole('heading', { level: 1, name: 'Campus du Bois' })
  press('Ajouter un de mes appareils')
  expect((await screen.findByRole<HTMLInputElement>('textbox', { name: /Le lien/ })).value).toBe(link.link)
  expect(screen.queryByRole('button', { name: /Copier|Envoyer/ })).toBeNull()
})

test('an invitation that did not come through is asked for again as the same one', async () => {
  const ids: string[] = []
  const invite: Acts['invite'] = async ({ id }) => {
    ids.push(id)
    return ids.length === 1 ? { ok: false, why: 'no-network' } : { ok: true, value: link }
  }
  await renderIn(<TeamPage />, { space: await inSpace('member'), acts: { ...server().acts, invite } })
  await screen.findByRole('heading', { level: 1, name: 'Campus du Bois' })
  press('Ajouter un de mes appareils')
  expect((await screen.findByRole('alert')).textContent).toMatch(/Pas de réseau/)
  press('Réessayer')
  await screen.findByRole('status', { name: 'Code' })
  expect(ids).toHaveLength(2)
  expect(ids[0]).toBe(ids[1])
})

test('a further device is let in by the one link that is open: a second tap leaves none behind', async () => {
  const { acts, asked } = server([{ id: 'open', kind: 'device', role: 'member', expires: noon + hour }])
  await renderIn(<TeamPage />, { space: await inSpace('member'), acts })
  await screen.findByRole('heading', { level: 1, name: 'Campus du Bois' })
  press('Ajouter un de mes appareils')
  await screen.findByRole('status', { name: 'Code' })
  expect(asked).toEqual([{ id: 'open', kind: 'device' }])
})

test('who is not of the direction adds devices of one’s own, and invites nobody', async () => {
  await renderIn(<TeamPage />, { space: await inSpace('member'), acts: server().acts })
  await screen.findByRole('button', { name: 'Ajouter un de mes appareils' })
  expect(screen.queryByRole('button', { name: 'Inviter un collègue' })).toBeNull()
})

test('an open invitation is cancelled, and gone from the list', async () => {
  const { acts, cancelled } = server([
    { id: 'i', kind: 'invite', name: 'Zoé Petit', role: 'member', expires: noon + hour },
    { id: 'j', kind: 'device', role: 'direction', expires: noon + 100 * hour },
  ])
  const { notices } = await renderIn(<TeamPage />, { space: await inSpace('direction'), acts })
  await screen.findByText(/Valable aujourd’hui jusqu’à 13.h.00/)
  screen.getByText('Valable jusqu’au dimanche 29 novembre')
  press('Retirer l’invitation\u00a0: Zoé Petit')
  await waitFor(() => expect(screen.queryByText('Zoé Petit')).toBeNull())
  screen.getByText('Un de mes appareils')
  expect(cancelled).toEqual(['i'])
  expect(notices.at(-1)?.text).toBe('Invitation retirée')
})

test('an invitation leaves by itself when who used it comes to the team, or when one looks at the page again', async () => {
  const open: OpenInvitation[] = ['Zoé Petit', 'Marc Roy', 'Ines Roche'].map((name) => ({
    ...{ id: name, kind: 'invite', name, role: 'member', expires: noon + hour },
  }))
  const { acts } = server(open)
  const space = await inSpace('direction')
  let [isOut, looks] = [false, 0]
  const invitations: Acts['invitations'] = async () => {
    looks += 1
    return isOut ? { ok: false, why: 'no-network' } : acts.invitations()
  }
  await renderIn(<TeamPage />, { space, acts: { ...acts, invitations } })
  await screen.findByText('Zoé Petit')
  open.shift()
  await space.db.table('members').put({ id: 'zoe', name: 'Zoé Petit-Roux', role: 'member', seq: 2, rev: 2 })
  await screen.findByText('Zoé Petit-Roux')
  await waitFor(() => expect(screen.queryByText('Zoé Petit')).toBeNull())
  screen.getByText('Marc Roy')
  open.shift()
  document.dispatchEvent(new Event('visibilitychange'))
  await waitFor(() => expect(screen.queryByText('Marc Roy')).toBeNull())
  isOut = true
  const before = looks
  document.dispatchEvent(new Event('visibilitychange'))
  await waitFor(() => expect(looks).toBe(before + 1))
  await afterFrame()
  screen.getByText('Ines Roche')
})

test('far from any network the team is there all the same, and the invitations may be asked for again', async () => {
  await renderIn(<TeamPage />, { space: await inSpace('direction') })
  await screen.findByText('Léa Blanc')
  await screen.findByText(/quand il y a du réseau/)
  screen.getByRole('button', { name: 'Réessayer' })
})

test('in no space yet, one reads what it is for, and a code leads in', async () => {
  await renderIn(<TeamPage />, { path: '/equipe' })
  await screen.findByText(/arrive chez toute l’équipe/)
  fireEvent.input(screen.getByRole('textbox', { name: /Code de 10/ }), { target: { value: 'k7qf2m9x3t' } })
  press('Continuer')
  await waitFor(() => expect(location.pathname).toBe('/entrer'))
})

test('the settings lead to one’s space, or into one', async () => {
  const { view } = await renderIn(<SettingsPage />)
  expect((await screen.findByRole('link', { name: /Rejoindre un espace/ })).getAttribute('href')).toBe('/equipe')
  view.unmount()
  await renderIn(<SettingsPage />, { space: await inSpace('member') })
  expect((await screen.findByRole('link', { name: /Campus du Bois/ })).getAttribute('href')).toBe('/equipe')
})

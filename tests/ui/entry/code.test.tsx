import { fireEvent, screen, waitFor } from '@testing-library/preact'
import { afterEach, expect, test } from 'vitest'
import type { Answer } from '../../../src/domain/answer.ts'
import type { Invitation } from '../../../src/ui/app/acts.ts'
import { invited, open, server, shows, typeIn } from './at-the-door.tsx'

afterEach(() => sessionStorage.clear())

test.each([
  ['used', /déjà servi sur un autre appareil. Demandez-en un nouveau/],
  ['expired', /n’est plus valable. Demandez-en un nouveau/],
  ['unknown', /n’est pas reconnu/],
] as const)('a link that is « %s » says so, with what to do, and room for another code', async (why, words) => {
  const { looks, acts } = server({ ok: false, why })
  await open(acts)
  expect((await screen.findByRole('alert')).textContent).toMatch(words)
  expect(screen.queryByRole('button', { name: 'Réessayer' })).toBeNull()
  typeIn(/Code de 10/, 'zzzzz22222')
  fireEvent.click(screen.getByRole('button', { name: 'Continuer' }))
  await waitFor(() => expect(looks.at(-1)).toBe('ZZZZZ-22222'))
})

test('a code that leads nowhere keeps its page and the focus, and may be asked for again', async () => {
  const { acts, looks } = server({ ok: false, why: 'unknown' })
  await open(acts, { path: '/entrer' })
  screen.getByRole('heading', { name: 'Votre code d’invitation', level: 1 })
  typeIn(/Code de 10/, 'zzzzz22222')
  fireEvent.click(screen.getByRole('button', { name: 'Continuer' }))
  await screen.findByText(/n’est pas reconnu/)
  screen.getByRole('heading', { name: 'Votre code d’invitation', level: 1 })
  const field = screen.getByRole<HTMLInputElement>('textbox', { name: /Code de 10/ })
  expect([field.value, field.getAttribute('aria-invalid')]).toEqual(['ZZZZZ-22222', 'true'])
  await waitFor(() => expect(document.activeElement === field).toBe(true))
  fireEvent.click(screen.getByRole('button', { name: 'Continuer' }))
  await waitFor(() => expect(looks).toEqual(['ZZZZZ-22222', 'ZZZZZ-22222']))
  await screen.findByText(/n’est pas reconnu/)
})

test('told beside its field, why a code was refused leaves the help there, and goes when one types on', async () => {
  await open(server({ ok: false, why: 'used' }).acts, { path: '/entrer' })
  typeIn(/Code de 10/, 'zzzzz22222')
  fireEvent.click(screen.getByRole('button', { name: 'Continuer' }))
  const why = await screen.findByText(/déjà servi/)
  const field = screen.getByRole('textbox', { name: /Code de 10/ })
  const told = document.getElementById(String(field.getAttribute('aria-describedby')))
  expect([told?.contains(why), told?.textContent]).toEqual([
    true,
    expect.stringMatching(/sous l’image de l’invitation/),
  ])
  screen.getByRole('heading', { name: 'Où trouver le code' })
  typeIn(/Code de 10/, 'zzzzz2222')
  await waitFor(() => expect(screen.queryByText(/déjà servi/)).toBeNull())
})

test.each([
  ['no-network', /Pas de réseau/],
  ['portal', /page d’accueil du Wi-Fi/],
  ['too-many', /Attendez quelques minutes/],
  ['server', /serveur n’a pas pu répondre/],
] as const)('« %s » keeps the link, and tries again when one says so', async (why, words) => {
  let answer: Answer<Invitation> = { ok: false, why }
  await open({ look: async () => answer })
  expect((await screen.findByRole('alert')).textContent).toMatch(words)
  answer = shows(invited)
  fireEvent.click(screen.getByRole('button', { name: 'Réessayer' }))
  await screen.findByRole('heading', { name: 'Rejoindre Campus du Bois' })
})

test('without a link a short code is typed, put in order, and refused while it is not whole', async () => {
  const { acts, looks } = server(shows(invited))
  await open(acts, { path: '/entrer' })
  const field = screen.getByRole<HTMLInputElement>('textbox', { name: /Code de 10/ })
  typeIn(/Code de 10/, 'k7qf2m9x')
  await waitFor(() => expect(field.value).toBe('K7QF2-M9X'))
  fireEvent.click(screen.getByRole('button', { name: 'Continuer' }))
  await screen.findByText(/Il manque 2.caractères/)
  expect(document.activeElement).toBe(field)
  typeIn(/Code de 10/, 'k7qf2m9x3t')
  fireEvent.click(screen.getByRole('button', { name: 'Continuer' }))
  await screen.findByRole('heading', { name: 'Rejoindre Campus du Bois' })
  expect(looks).toEqual(['K7QF2-M9X3T'])
})

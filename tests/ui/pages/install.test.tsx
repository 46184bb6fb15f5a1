import { fireEvent, screen, waitFor } from '@testing-library/preact'
import { expect, test } from 'vitest'
import { capturePrompt } from '../../../src/ui/install/install-prompt.ts'
import { InstallPage } from '../../../src/ui/pages/install.tsx'
import { renderIn } from '../render-app.tsx'

test('where the browser can ask, one button asks it, and a refusal is taken calmly', async () => {
  const target = new EventTarget()
  capturePrompt(target)
  const prompt = async () => ({ outcome: 'dismissed' })
  target.dispatchEvent(Object.assign(new Event('beforeinstallprompt'), { prompt }))
  const { notices } = await renderIn(<InstallPage secure />)
  fireEvent.click(screen.getByRole('button', { name: 'Installer' }))
  await waitFor(() => expect(notices.at(-1)?.text).toMatch(/^Pas installé/))
  expect(notices.at(-1)?.urgent).toBeUndefined()
})

test('on iOS three pictured steps are shown, and that the installed app keeps its own notebook', async () => {
  await renderIn(<InstallPage state="ios" secure />)
  expect(screen.getAllByRole('listitem')).toHaveLength(3)
  expect(document.querySelectorAll('ol svg')).toHaveLength(3)
  screen.getByText(/a son propre carnet/)
  screen.getByText(/caché derrière/)
})

test('elsewhere the browser’s own menu is named', async () => {
  await renderIn(<InstallPage state="manual" menu="safariMac" secure />)
  screen.getByText(/menu Fichier/)
})

test('an insecure address says that installing needs https, and offers no button', async () => {
  await renderIn(<InstallPage state="manual" secure={false} />)
  screen.getByText(/l’adresse en https/)
  expect(screen.queryByRole('button', { name: 'Installer' })).toBeNull()
})

test('an installed app says so and leads home', async () => {
  await renderIn(<InstallPage state="installed" secure />, { language: 'en' })
  expect(screen.getByRole('link', { name: 'Go to the home page' }).getAttribute('href')).toBe('/')
})

import { fireEvent, screen, waitFor } from '@testing-library/preact'
import { expect, test } from 'vitest'
import { notesOf } from '../../../src/store/device-notes.ts'
import { InstallHint } from '../../../src/ui/install/install-hint.tsx'
import { renderIn, testSpace } from '../render-app.tsx'

/** Long enough for the notes of the device to have been read. */
const settled = () => new Promise((done) => setTimeout(done, 100))

test('installing is proposed after the first contact, not before', async () => {
  const { view } = await renderIn(<InstallHint hasContacts={false} state="promptable" />)
  await settled()
  expect(screen.queryByRole('link')).toBeNull()
  view.unmount()
  await renderIn(<InstallHint hasContacts state="promptable" />)
  const link = await screen.findByRole('link', { name: 'Installer' })
  expect(link.getAttribute('href')).toBe('/installer')
})

test('on an iPhone it is proposed before the first contact, and says why', async () => {
  await renderIn(<InstallHint hasContacts={false} state="ios" />)
  await screen.findByText(/Sur iPhone, installez d’abord/)
})

test('“Plus tard” puts it away for good', async () => {
  const { space, view } = await renderIn(<InstallHint hasContacts state="manual" />)
  fireEvent.click(await screen.findByRole('button', { name: 'Plus tard' }))
  await waitFor(() => expect(screen.queryByRole('link')).toBeNull())
  expect((await notesOf(space)).installHintDismissed).toBe(true)
  view.unmount()
  await renderIn(<InstallHint hasContacts state="ios" />, { space })
  await settled()
  expect(screen.queryByRole('link')).toBeNull()
})

test('an installed app and the examples propose nothing', async () => {
  const space = await testSpace()
  await renderIn(<InstallHint hasContacts state="installed" />, { space })
  await renderIn(<InstallHint hasContacts state="promptable" />, { space: { ...space, kind: 'examples' } })
  await settled()
  expect(screen.queryByRole('link')).toBeNull()
})

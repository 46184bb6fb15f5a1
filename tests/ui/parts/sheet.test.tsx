import { screen, waitFor } from '@testing-library/preact'
import { createRef } from 'preact'
import { expect, onTestFinished, test, vi } from 'vitest'
import { useLocation } from '../../../src/ui/app/location.tsx'
import { Sheet, type SheetHandle } from '../../../src/ui/parts/sheet.tsx'
import { renderIn } from '../render-app.tsx'

test('a sheet opened and closed leaves nothing that keeps the page from being kept when it is left', async () => {
  const sheet = createRef<SheetHandle>()
  await renderIn(
    <Sheet ref={sheet} title="Feuille">
      <p>Un mot</p>
    </Sheet>,
  )
  const listening = vi.spyOn(window, 'addEventListener')
  onTestFinished(() => listening.mockRestore())
  sheet.current?.open()
  await waitFor(() => expect(history.state).toBe('sheet'))
  sheet.current?.close()
  await waitFor(() => expect(history.state).not.toBe('sheet'))
  const leaving = listening.mock.calls.filter(([type]) => type === 'beforeunload')
  expect(leaving).toHaveLength(1)
  for (const [, , given] of leaving) expect(given).toMatchObject({ signal: { aborted: true } })
})

const Elsewhere = () => {
  const { path, route } = useLocation()
  return (
    <button type="button" onClick={() => route('/contacts/people')}>
      {path}
    </button>
  )
}

test.each([0, 130, 300])('a link touched %d ms after a sheet closed leads where it says', async (ms) => {
  // A browser takes its time to step back.
  const back = history.back.bind(history)
  const slow = vi.spyOn(history, 'back').mockImplementation(() => void setTimeout(back, 80))
  onTestFinished(() => slow.mockRestore())
  const sheet = createRef<SheetHandle>()
  await renderIn(
    <>
      <Sheet ref={sheet} title="Feuille">
        <p>Un mot</p>
      </Sheet>
      <Elsewhere />
    </>,
    { path: '/agenda' },
  )
  sheet.current?.open()
  sheet.current?.close()
  await new Promise((done) => setTimeout(done, ms))
  screen.getByRole('button', { name: '/agenda' }).click()
  await screen.findByRole('button', { name: '/contacts/people' })
  await new Promise((done) => setTimeout(done, 200))
  expect(location.pathname).toBe('/contacts/people')
  screen.getByRole('button', { name: '/contacts/people' })
})

test('where what opened a sheet is gone, the title of the page has the focus when it closes', async () => {
  const sheet = createRef<SheetHandle>()
  await renderIn(
    <>
      <h1 tabIndex={-1}>Page</h1>
      <Sheet ref={sheet} title="Feuille">
        <p>Un mot</p>
      </Sheet>
    </>,
  )
  const opener = document.body.appendChild(document.createElement('button'))
  opener.focus()
  sheet.current?.open()
  opener.remove()
  sheet.current?.close()
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 })))
})

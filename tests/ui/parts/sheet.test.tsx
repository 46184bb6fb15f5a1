import { waitFor } from '@testing-library/preact'
import { createRef } from 'preact'
import { expect, onTestFinished, test, vi } from 'vitest'
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

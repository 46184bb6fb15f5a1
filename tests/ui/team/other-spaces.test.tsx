import { fireEvent, screen } from '@testing-library/preact'
import { expect, test } from 'vitest'
import { OtherSpaces } from '../../../src/ui/team/other-spaces.tsx'
import { renderIn } from '../render-app.tsx'

const current = { install: 'a', title: 'Campus du Bois', isCurrent: true }
const other = { install: 'b', title: 'Réseau Alpes', isCurrent: false }

test('the other spaces of this device are told by name, and opened by one tap', async () => {
  const opened: string[] = []
  const acts = { switchSpace: (install: string) => void opened.push(install) }
  await renderIn(<OtherSpaces read={async () => [current, other]} />, { acts })
  fireEvent.click(await screen.findByRole('button', { name: /Réseau Alpes/ }))
  expect(opened).toEqual(['b'])
  expect(screen.queryByText('Campus du Bois')).toBeNull()
})

test('notes that are in no space are told as such, and opened the same way', async () => {
  const opened: string[] = []
  const acts = { switchSpace: (install: string) => void opened.push(install) }
  await renderIn(<OtherSpaces read={async () => [current, { install: 'c', isCurrent: false }]} />, { acts })
  fireEvent.click(await screen.findByRole('button', { name: /Notes hors de tout espace/ }))
  expect(opened).toEqual(['c'])
})

test('a device that is in one space sees nothing of others', async () => {
  let isRead = () => {}
  const reading = new Promise<void>((done) => {
    isRead = done
  })
  const read = async () => {
    setTimeout(isRead)
    return [current]
  }
  await renderIn(<OtherSpaces read={read} />)
  await reading
  expect(screen.queryByRole('heading')).toBeNull()
})

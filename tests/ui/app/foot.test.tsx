import { screen, waitFor } from '@testing-library/preact'
import { expect, test } from 'vitest'
import type { Language } from '../../../src/i18n/language.ts'
import { choose } from '../../../src/store/choose-event.ts'
import { birth, save } from '../../../src/store/write.ts'
import { type Telling, TellingContext } from '../../../src/ui/app/app-context.ts'
import { Shell } from '../../../src/ui/app/shell.tsx'
import { renderIn, testSpace } from '../render-app.tsx'

const day = '2026-11-24'
const noon = () => new Date(`${day}T12:00:00`).getTime()
const chosen = { text: 'Événement choisi', of: 'Salon des métiers des Fables', act: { word: 'Annuler', run: () => {} } }

/** A long list while one stands at an event. */
const standAt = async (language: Language = 'fr', notice?: Telling['notice']) => {
  const space = await testSpace(noon)
  const salon = birth(space, 'events', { name: 'Salon', startsOn: day })
  const names = Array.from({ length: 30 }, (_, at) => `Personne ${at}`)
  await save(space, [salon, ...names.map((name) => birth(space, 'people', { name }))])
  await choose(space, salon.row, day)
  const telling = { ...(notice && { notice }), dismiss: () => {}, host: undefined, setHost: () => {} }
  await renderIn(
    <TellingContext.Provider value={telling}>
      <Shell expose={() => {}} problem={undefined} startAfresh={() => {}} />
    </TellingContext.Provider>,
    { space, language, path: '/contacts/people' },
  )
  await screen.findByText('Personne 0')
  return screen.findByRole('button', { name: language === 'fr' ? 'Compter · 0' : 'Count · 0' })
}
const boxOf = (one: Element) => one.getBoundingClientRect()

test.each(['fr', 'en'] as const)(
  'what counts visitors lies over no part of a line: the page ends above all of it, and its end is in reach (%s)',
  async (language) => {
    const counter = await standAt(language)
    const { left, right, top, bottom } = boxOf(counter)
    expect([left, right]).toEqual([0, document.documentElement.clientWidth])
    expect(bottom).toBeGreaterThanOrEqual(boxOf(screen.getByRole('navigation')).top)
    expect(getComputedStyle(counter).backgroundColor).toBe(getComputedStyle(document.documentElement).backgroundColor)
    for (const x of [left + 1, right - 1]) expect(document.elementFromPoint(x, (top + bottom) / 2)).toBe(counter)
    const end = await screen.findByRole('link', { name: language === 'fr' ? 'Corbeille' : 'Trash' })
    scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' })
    await waitFor(() => expect(boxOf(end).bottom).toBeLessThan(top))
  },
)

test('what just happened is told above it, in two lines too', async () => {
  const counter = await standAt('fr', chosen)
  const told = (await screen.findByText('Événement choisi')).closest('[aria-live] > div')
  const line = boxOf(told as Element)
  expect(line.height).toBeGreaterThan(48)
  expect(line.bottom).toBeLessThan(boxOf(counter).top)
})

import { screen } from '@testing-library/preact'
import { expect, onTestFinished, test } from 'vitest'
import { page } from 'vitest/browser'
import { keepDraft } from '../../../src/store/drafts.ts'
import { Drafts } from '../../../src/ui/pages/drafts.tsx'
import { renderIn, testSpace } from '../render-app.tsx'

const [long, short] = ['Maximilienne de La Rochefoucauld-Montmorency du Bois', 'Ana']

test.each([
  [390, 'fr', 'Reprendre'],
  [390, 'en', 'Resume'],
] as const)(
  'the name of a draft is read whole, on two lines if need be (%i px, %s)',
  async (width, language, resume) => {
    await page.viewport(width, 844)
    onTestFinished(() => page.viewport(390, 844))
    const space = await testSpace()
    for (const title of [long, short])
      await keepDraft(space, { id: title, form: 'capture', title, values: {}, updatedAt: title })
    await renderIn(<Drafts />, { space, language, path: '/' })
    const name = await screen.findByText(long)
    expect(name.scrollHeight).toBeLessThanOrEqual(name.clientHeight)
    expect(name.scrollWidth).toBeLessThanOrEqual(name.clientWidth)
    const acts = screen.getAllByRole('button', { name: resume }).map((one) => one.getBoundingClientRect())
    expect(new Set(acts.map(({ right }) => Math.round(right))).size).toBe(1)
    const beside = screen.getByText(short).getBoundingClientRect()
    expect(acts.some(({ top, bottom }) => top < beside.top && bottom > beside.bottom)).toBe(true)
  },
)

import { screen } from '@testing-library/preact'
import { expect, onTestFinished, test } from 'vitest'
import { Row } from '../../../src/ui/parts/row.tsx'
import { renderIn } from '../render-app.tsx'

test.each(['light', 'sun'])('the icon of a row stands in the middle of its disc in %s', async (theme) => {
  document.documentElement.dataset.theme = theme
  onTestFinished(() => {
    delete document.documentElement.dataset.theme
  })
  await renderIn(<Row title="Salon" icon="people" href="/" />)
  const icon = (await screen.findByRole('link')).querySelector('svg')
  const middle = (element?: Element | null) => {
    const { x, y, width, height } = element?.getBoundingClientRect() ?? new DOMRect()
    return [x + width / 2, y + height / 2]
  }
  expect(middle(icon)).toEqual(middle(icon?.parentElement))
})

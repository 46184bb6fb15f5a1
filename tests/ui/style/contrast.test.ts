import { afterEach, describe, expect, test } from 'vitest'
import '../../../src/ui/style/tokens.css'

const root = document.documentElement
const first = root.dataset.theme
afterEach(() => {
  if (first) root.dataset.theme = first
  else delete root.dataset.theme
})

const pixel = Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext('2d', {
  willReadFrequently: true,
})

/** What the screen makes of a token: red, green and blue, from 0 to 1. */
const colourOf = (token: string): number[] => {
  const shown = document.createElement('span')
  shown.style.color = `var(--${token})`
  document.body.append(shown)
  const colour = getComputedStyle(shown).color
  shown.remove()
  if (!pixel) throw new Error('no canvas')
  pixel.fillStyle = colour
  pixel.fillRect(0, 0, 1, 1)
  return [...pixel.getImageData(0, 0, 1, 1).data.slice(0, 3)].map((level) => level / 255)
}

/** Relative luminance, WCAG 2.2. */
const luminance = (token: string): number => {
  const [red = 0, green = 0, blue = 0] = colourOf(token).map((level) =>
    level <= 0.04045 ? level / 12.92 : ((level + 0.055) / 1.055) ** 2.4,
  )
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
const contrast = (one: string, other: string): number => {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

const text: [string, string][] = [
  ['ink', 'paper'],
  ['ink', 'surface'],
  ['ink', 'accent-soft'],
  ['ink-soft', 'paper'],
  ['ink-soft', 'surface'],
  ['ink-soft', 'accent-soft'],
  ['accent', 'paper'],
  ['accent', 'surface'],
  ['accent', 'accent-soft'],
  ['on-accent', 'accent'],
  ['on-attention', 'attention'],
  ['danger', 'paper'],
  ['danger', 'surface'],
  ['paper', 'ink'],
]
const controls: [string, string][] = [
  ['edge', 'paper'],
  ['edge', 'surface'],
  ['accent', 'paper'],
  ['accent', 'surface'],
]

describe.each(['light', 'dark', 'sun'])('in the %s theme', (theme) => {
  test.each(text)('text in %s can be read on %s', (front, back) => {
    root.dataset.theme = theme
    expect(contrast(front, back)).toBeGreaterThanOrEqual(4.5)
  })
  test.each(controls)('a control’s edge or the focus in %s can be seen on %s', (front, back) => {
    root.dataset.theme = theme
    expect(contrast(front, back)).toBeGreaterThanOrEqual(3)
  })
})

test('the themes are three, and the outdoor one is black on white', () => {
  const papers = ['light', 'dark', 'sun'].map((theme) => {
    root.dataset.theme = theme
    return `${colourOf('paper')} ${colourOf('ink')}`
  })
  expect(new Set(papers).size).toBe(3)
  expect(papers[2]).toBe('1,1,1 0,0,0')
})
